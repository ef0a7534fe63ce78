package org.gongkai.request;

import java.time.LocalDate;

/**
 * 一次法定行为。
 *
 * <p>One statutory act in a case, with the day that counts in law.
 *
 * @param number 在本件中的序号，从 1 起；征求意见书等以它为号
 * @param action 做了什么
 * @param on 法律上的日子：发出、收到、交邮之日，不是录入之日
 * @param what 内容
 */
public record Act(int number, RequestAction action, LocalDate on, Particulars what) {}

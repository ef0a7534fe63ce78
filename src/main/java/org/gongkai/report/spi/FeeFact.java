package org.gongkai.report.spi;

/**
 * 一份收费通知，第六部分要写（R-FEE-10）。
 *
 * @param reference 申请的收件编号
 * @param body 机构代码
 * @param noticed 通知的金额，元 yuan
 * @param received 实际收到的金额，元；没有缴的为零 yuan
 */
public record FeeFact(String reference, String body, long noticed, long received) {}

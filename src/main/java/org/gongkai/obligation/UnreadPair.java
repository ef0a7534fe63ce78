package org.gongkai.obligation;

import java.time.LocalDate;

/**
 * 存着的数据读不懂、搁下没有推算的一对。 One body and item whose stored data cannot be read; left as it was.
 *
 * @param stored 读不懂的原文
 * @param since 哪一天发现的
 */
public record UnreadPair(String item, String body, String stored, LocalDate since) {}

package org.gongkai.request;

import java.time.Instant;

/**
 * 经过里的一行：做了什么，谁在什么时候记下的。
 *
 * <p>One entry of the history: the act, and who recorded it when.
 *
 * @param at 记录的时间；法律上的日子在 act 里
 * @param to 之后的状态
 */
public record TimelineEntry(Act act, String account, String name, Instant at, RequestState to) {}

package org.gongkai.publication;

/**
 * 办完一步之后：哪一条、现在是第几个并发版本、到了哪个状态。
 *
 * <p>After a step: which record, its version for concurrent edits, and the state it has reached.
 *
 * @param version to be sent back with the next step; an older one is refused
 */
public record Receipt(long id, int version, EditionState state) {}

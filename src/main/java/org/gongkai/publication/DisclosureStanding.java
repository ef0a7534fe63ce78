package org.gongkai.publication;

/** 一条信息的现状。 Where a disclosure stands as a whole; its editions have their own states. */
public enum DisclosureStanding {
    /** 从未公开 */
    UNPUBLISHED,
    /** 已公开 */
    PUBLISHED,
    /** 已登记，不主动公开 */
    REGISTERED,
    /** 已撤回 */
    WITHDRAWN,
    /** 已作废 */
    DISCARDED
}

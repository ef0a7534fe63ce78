package org.gongkai.obligation;

/**
 * 公开之后，所涉义务的最后一日、完成与否算好了。
 *
 * <p>What was published has been counted; pages that show what is still owed are out of date. Not journalled: the publication is.
 *
 * @param pairs 重新算过的机构与事项的对数
 */
public record ObligationsSettled(int pairs) {}

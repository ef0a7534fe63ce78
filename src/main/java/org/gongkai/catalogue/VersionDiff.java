package org.gongkai.catalogue;

import java.util.List;
import java.util.Map;

/**
 * 两版目录的比较。
 *
 * <p>Two editions of a catalogue compared item by item.
 *
 * @param added 新增的事项
 * @param withdrawn 撤销的事项
 * @param changed 修改的事项
 * @param reasons 每个事项的调整理由，按代码
 */
public record VersionDiff(
        List<CatalogueItem> added, List<CatalogueItem> withdrawn, List<Changed> changed, Map<String, String> reasons) {

    /** 什么也没有变。 */
    public boolean isEmpty() {
        return added.isEmpty() && withdrawn.isEmpty() && changed.isEmpty();
    }

    /** 一个事项为什么调整；没有单独写的，是整版的理由。 */
    public String reason(CatalogueItem item, String otherwise) {
        return reasons.getOrDefault(item.code(), otherwise);
    }

    /** 一个修改过的事项。 */
    public record Changed(CatalogueItem item, List<Element> elements) {}

    /** 一个要素的前后；是资源文件里的键的，显示它的文字。 @param key 要素的文字键 */
    public record Element(String key, String before, String after) {}
}

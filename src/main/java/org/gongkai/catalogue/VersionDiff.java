package org.gongkai.catalogue;

import java.util.List;

/**
 * 两版目录的比较。
 *
 * @param added 新增的事项
 * @param withdrawn 撤销的事项
 * @param changed 修改的事项
 */
public record VersionDiff(List<CatalogueItem> added, List<CatalogueItem> withdrawn, List<Changed> changed) {

    /** 一个修改过的事项。 */
    public record Changed(CatalogueItem item, List<Element> elements) {}

    /** 一个要素的前后。 @param key 要素的文字键 */
    public record Element(String key, String before, String after) {}
}

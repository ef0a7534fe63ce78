package org.gongkai.request;

import java.util.List;
import java.util.Map;

/**
 * 页面上一件事的表单。
 *
 * <p>The form for one act on the page of a case.
 *
 * @param action 行为
 * @param path 提交到哪里
 * @param refusal 刚才为什么没有做成；空串为没有
 * @param first 最可能的下一步
 */
public record ActForm(String action, String path, List<Item> items, String refusal, boolean first) {

    /**
     * 要填的一项。
     *
     * @param kind text、area、date、number、choice、file
     * @param options 下拉框的选择
     */
    public record Item(String name, String label, String kind, Map<String, String> options, String value) {}

    /** 可以一并交来文件。 */
    public boolean takesPapers() {
        return items.stream().anyMatch(item -> item.kind().equals("file"));
    }

    /** 刚刚做这件事被拒绝，或者它是下一步：打开着。 */
    public boolean isOpen() {
        return first || !refusal.isEmpty();
    }
}

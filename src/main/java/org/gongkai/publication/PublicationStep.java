package org.gongkai.publication;

import java.util.List;
import java.util.Map;
import org.gongkai.law.LegalBasis;

/**
 * 公开之前的一步：起草、修改、提交、通过、退回……只为留痕，不含正文。
 *
 * <p>A step before publication, for the journal; never the text itself.
 */
record PublicationStep(String step, long disclosure, String body, Map<String, Object> facts)
        implements DisclosureRecorded {

    static PublicationStep of(PublicationAction action, Disclosure disclosure, EditionState state) {
        return new PublicationStep(
                action.name().toLowerCase(java.util.Locale.ROOT),
                disclosure.id,
                disclosure.body,
                Map.of("state", state.name(), "body", disclosure.body, "version", disclosure.version));
    }

    @Override
    public String act() {
        return "publication." + step;
    }

    @Override
    public String summary() {
        return Steps.NAMES.getOrDefault(step, step) + "：信息 " + disclosure;
    }

    @Override
    public Map<String, Object> details() {
        return facts;
    }

    @Override
    public List<LegalBasis> basis() {
        return List.of(LegalBasis.of("OGI-17"));
    }

    /** 留痕用语。 */
    private static final class Steps {
        static final Map<String, String> NAMES = Map.ofEntries(
                Map.entry("draft", "起草"),
                Map.entry("edit", "修改"),
                Map.entry("mask", "遮盖个人信息"),
                Map.entry("submit", "提交审核"),
                Map.entry("recall", "撤回送审"),
                Map.entry("discard", "作废草稿"),
                Map.entry("approve", "审核通过"),
                Map.entry("return", "退回修改"),
                Map.entry("refer", "报请确定"),
                Map.entry("schedule", "签发并定时"),
                Map.entry("register", "签发并登记"),
                Map.entry("cancel", "取消定时"),
                Map.entry("correct", "开始更正"));
    }
}

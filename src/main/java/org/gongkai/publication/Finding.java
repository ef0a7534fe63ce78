package org.gongkai.publication;

/**
 * 自查发现的一处问题。
 *
 * <p>One thing the self-check found.
 *
 * @param level 等级
 * @param rule 规则代码，也是文字键 {@code publication.finding.<rule>}
 * @param where 在哪里：{@code title}、{@code body}、{@code facts}，或附件名
 * @param excerpt 遮盖过的原文片段，从不含完整的个人信息
 * @param hint 改成什么或缺什么，可空串
 * @param fingerprint 同一处问题的标记，接受时凭它
 */
public record Finding(Level level, String rule, String where, String excerpt, String hint, String fingerprint) {

    /** 等级。 */
    public enum Level {
        /** 必须改；完整的个人信息，拟稿人说明依据后可以提交，由审查人定 */
        BLOCK,
        /** 能提交，但审查人必须逐项写明理由才能保留 */
        CONFIRM,
        /** 提示 */
        NOTE
    }

    /** 个人信息，可以一键遮盖。 */
    public boolean maskable() {
        return rule.startsWith("personal.");
    }

    /** 要由审查人处置。 */
    public boolean needsSettling() {
        return level == Level.CONFIRM || (level == Level.BLOCK && maskable());
    }
}

package org.gongkai.report;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 没有读出、或者改正后才读出的一格：照实说，不猜。
 *
 * <p>A cell that was blank, was no figure, or was read only after a correction.
 *
 * @param cell 报告里的哪一格；认不出在哪一格时为空 null when the place in the form is unknown
 * @param place 文件里的位置，例如 {@code C7}；没有位置时是空串
 * @param text 原文
 * @param kind 情形
 * @param readAs 改正后读作多少；没有读出时为空
 */
public record UnreadCell(
        @Nullable CellAddress cell,
        String place,
        String text,
        Kind kind,
        @Nullable BigDecimal readAs) {

    /** 情形；名字是文字键的末段。 */
    public enum Kind {
        /** 空着 */
        BLANK,
        /** “/”“-”“无”一类，不是数 */
        MARK,
        /** 不是数 */
        TEXT,
        /** 改正后读出，例如字母 O 当作 0 */
        CORRECTED,
        /** 表里没有这一行 */
        ROW_MISSING,
        /** 同一行出现两次，取先出现的 */
        ROW_TWICE,
        /** 另一种格式的行，或者格子比表的列多 */
        NOT_IN_FORM,
        /** 连写的数字分不开 */
        RUN_TOGETHER
    }

    /** 说明它的文字键。 */
    public String messageKey() {
        return "report.unread." + kind.name();
    }

    /** 句子的参数：位置、原文、报告里的格、读作多少。 */
    public List<Object> args() {
        String address = cell == null ? "" : cell.toString();
        return List.of(place.isEmpty() ? address : place, text, address, readAs == null ? "" : readAs.toPlainString());
    }
}

package org.gongkai.report;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 一处不平：哪条规则、哪些格、两边各是多少、相差多少。
 *
 * <p>A broken identity as a value; {@link BrokenSentences} says it in words.
 *
 * @param rule 规则编号，例如 {@code R-ANN-23-1}
 * @param messageKey 句子的文字键
 * @param of 哪一行、哪一列的文字键 label keys of the row or column it speaks of
 * @param cells 涉及的格
 * @param left 左边的和
 * @param right 右边的和；那一格空着时为空 null when the cell on the right is blank
 * @param blanks 涉及的格里没有填的
 */
public record BrokenIdentity(
        String rule,
        String messageKey,
        List<String> of,
        List<CellAddress> cells,
        BigDecimal left,
        @Nullable BigDecimal right,
        List<CellAddress> blanks) {

    public BrokenIdentity {
        of = List.copyOf(of);
        cells = List.copyOf(cells);
        blanks = List.copyOf(blanks);
    }

    /** 左边减右边；右边空着时不知道，为空。 Left minus right; unknown when the right side is blank. */
    public @Nullable BigDecimal difference() {
        return right == null ? null : left.subtract(right);
    }
}

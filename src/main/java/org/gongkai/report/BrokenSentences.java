package org.gongkai.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.gongkai.ui.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 把一处不平说成一句话：哪里、两边多少、相差多少、规则编号、哪几格。 A broken identity in words, with its rule and cells. */
@Component
public class BrokenSentences {

    private final Texts texts;

    BrokenSentences(Texts texts) {
        this.texts = texts;
    }

    public String sentence(Locale locale, BrokenIdentity broken) {
        List<Object> args = new ArrayList<>(broken.of());
        args.add(plain(broken.left()));
        args.add(plain(broken.right()));
        BigDecimal difference = broken.difference();
        args.add(difference == null ? "" : plain(difference.abs()));
        String sentence = texts.get(locale, broken.messageKey(), args.toArray());
        if (!broken.blanks().isEmpty() && broken.right() != null) {
            sentence += texts.get(locale, "report.broken.blanks", cells(broken.blanks()));
        }
        return sentence + texts.get(locale, "report.broken.where", broken.rule(), cells(broken.cells()));
    }

    public String sentence(BrokenIdentity broken) {
        return sentence(Locale.SIMPLIFIED_CHINESE, broken);
    }

    /** 一件说不通的案件。 */
    public String sentence(LedgerDefect defect) {
        return texts.get(defect.messageKey(), defect.reference()) + texts.get("report.defect.rule", defect.rule());
    }

    /** 没有填的格。 */
    String blanks(List<CellAddress> cells) {
        return texts.get("report.obstacle.blanks", cells.size(), cells(cells.subList(0, Math.min(cells.size(), 12))));
    }

    /** 没有写的段落。 @param sections bundle keys */
    String missing(List<String> sections) {
        return texts.get("report.obstacle.narrative", sections);
    }

    private static String cells(List<CellAddress> cells) {
        return cells.stream().map(CellAddress::toString).collect(Collectors.joining("、"));
    }

    private static String plain(@Nullable BigDecimal figure) {
        return figure == null ? "" : figure.toPlainString();
    }
}

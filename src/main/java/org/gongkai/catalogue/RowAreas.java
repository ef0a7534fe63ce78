package org.gongkai.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * 每一行属于哪个领域：指定的；写明的（列、小标题）；标题或工作表名里有的；目录里已有同名事项的；一级事项就是领域的；都不是的归入其他。
 *
 * <p>The area of each row. A stated area that the register does not know comes back as {@code +name}.
 */
final class RowAreas {

    private final List<SubjectArea> known;
    private final String fixed;
    private final String title;
    private final Placing placing;
    private final Map<String, String> said = new HashMap<>();

    RowAreas(List<SubjectArea> known, String fixed, String title, Placing placing) {
        this.known = known;
        this.fixed = fixed.isBlank() ? "" : stated(known, fixed);
        this.title = title;
        this.placing = placing;
    }

    String of(ReadRow row) {
        if (!fixed.isEmpty()) {
            return fixed;
        }
        if (!row.areaText().isEmpty()) {
            return said.computeIfAbsent(row.areaText(), text -> stated(known, text));
        }
        return mentioned(row.heading())
                .or(() -> mentioned(title))
                .or(() -> placing.areaOf(row))
                .or(() -> Areas.find(known, row.primary()).map(SubjectArea::code))
                .orElse(SubjectArea.OTHER);
    }

    private Optional<String> mentioned(String heading) {
        String code = said.computeIfAbsent(
                "?" + heading,
                _ -> Areas.mentioned(known, heading).map(SubjectArea::code).orElse(""));
        return code.isEmpty() ? Optional.empty() : Optional.of(code);
    }

    private static String stated(List<SubjectArea> known, String text) {
        String bare = AreaWords.withoutPlace(text);
        return Areas.find(known, text)
                .or(() -> Areas.find(known, bare))
                .or(() -> Areas.mentioned(known, text))
                .map(SubjectArea::code)
                .orElseGet(() -> "+" + bare.replaceAll("(?<=.)领域$", ""));
    }
}

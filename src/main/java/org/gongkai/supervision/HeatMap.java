package org.gongkai.supervision;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gongkai.obligation.Coverage;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * 热力图：行是领域，列是单位，每格一个覆盖率；还有按领域、按单位的合计。
 *
 * @param columns 单位
 * @param rows 领域，每格对应一个单位；没有要求的为空
 * @param total 合计
 */
public record HeatMap(List<Head> columns, List<Row> rows, Coverage total) {

    /** 行头或列头。 */
    public record Head(String code, String name, Coverage sum) {

        /** 地址里的写法；一行一列只算一次，不是每格一次。 The code as it stands in an address. */
        public String path() {
            return UriUtils.encode(code, StandardCharsets.UTF_8);
        }
    }

    /** 一行。 */
    public record Row(Head area, List<@Nullable Coverage> cells) {}

    /** 颜色的级 h0 浅到 h4 深，没有应公开事项的不上色，有逾期的另加边框；颜色之外必有数字。 The classes of a cell; the number is always there. */
    public static String step(Coverage cell) {
        String step = step(cell.percent());
        return cell.overdue() > 0 ? step + " late" : step;
    }

    private static String step(@Nullable Long percent) {
        if (percent == null) {
            return "none";
        }
        return percent >= 100 ? "h4" : percent >= 90 ? "h3" : percent >= 70 ? "h2" : percent >= 40 ? "h1" : "h0";
    }
}

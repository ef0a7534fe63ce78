package org.gongkai.demonstration;

import java.util.ArrayList;
import java.util.List;

/**
 * 示范目录的一行和它落到的机构。
 *
 * @param number 序号，从一开始
 * @param subject 公开主体这一格怎么写：全称、简称或类称
 * @param bodies 应当认出的机构，即答案
 * @param paper 文稿种类
 * @param noun 标题用语
 * @param perYear 每年形成几次
 */
record CatalogueRow(
        int number,
        String area,
        String primary,
        String secondary,
        String content,
        String basis,
        RowLimit limit,
        String subject,
        List<District.Body> bodies,
        String paper,
        String noun,
        int perYear) {

    /** 领域/一级/二级，即公开接口认的事项写法。 */
    String key() {
        return area + "/" + primary + "/" + secondary;
    }

    String limitText() {
        return limit.phrase(number);
    }

    /** 同样的一行，内容要素多几个字。 */
    CatalogueRow reworded(String more) {
        return new CatalogueRow(
                number, area, primary, secondary, content + more, basis, limit, subject, bodies, paper, noun, perYear);
    }

    /** 同样的一行，换一个事项名。 */
    CatalogueRow again(int round) {
        return new CatalogueRow(
                number,
                area,
                area + primary,
                secondary + "（" + round + "）",
                content,
                basis,
                limit,
                subject,
                bodies,
                paper,
                noun,
                perYear);
    }

    static List<CatalogueRow> all(DistrictSize size, List<District> districts) {
        List<CatalogueRow> rows = new ArrayList<>();
        String[] area = {};
        for (String line : Lines.of("catalogue.txt")) {
            if (line.startsWith("## ")) {
                area = line.substring(3).split(" \\| ");
            } else if (!line.startsWith("# ")) {
                CatalogueRow row = read(rows.size() + 1, area, line.split(" \\| "), size, districts);
                if (!row.bodies.isEmpty()) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private static CatalogueRow read(
            int number, String[] area, String[] cell, DistrictSize size, List<District> districts) {
        String who = cell[4].startsWith("+") ? area[1] + cell[4].substring(1) : cell[4];
        List<District.Body> bodies = new ArrayList<>();
        districts.forEach(district -> bodies.addAll(Subjects.bodies(who, district)));
        return new CatalogueRow(
                number,
                area[0],
                cell[0],
                cell[1],
                cell[2],
                area[area.length - 1],
                RowLimit.valueOf(cell[3].toUpperCase(java.util.Locale.ROOT)),
                size.districts() == 1
                        ? Subjects.printed(who, districts.getFirst(), number)
                        : Subjects.kinds(who, districts),
                bodies,
                cell[5],
                cell[6],
                Integer.parseInt(cell[7].strip()));
    }
}

package org.gongkai.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * 模拟结果写成公开的导入格式：机构、目录、形成、公开信息。
 *
 * <p>The simulated district in the formats of the public import contract; nothing here knows the other modules.
 */
public final class DistrictFiles {

    private static final char BOM = '\uFEFF';

    private final DistrictYear year;
    private final JsonMapper json = JsonMapper.builder().build();

    public DistrictFiles(DistrictYear year) {
        this.year = year;
    }

    /** {@code bodies}: code, name, aliases, parent, level. */
    public byte[] bodies() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("code", "name", "aliases", "parent", "level"));
        if (year.districts().size() > 1) {
            lines.add(List.of("CITY", "云汀市人民政府", "市政府", "", District.Level.CITY.chinese));
        }
        for (District.Body body : year.bodies()) {
            lines.add(List.of(body.code(), body.name(), body.shortName(), body.parent(), body.level().chinese));
        }
        return csv(lines);
    }

    /** 目录里的领域，按目录的顺序。 */
    public List<String> areas() {
        return year.rows().stream().map(CatalogueRow::area).distinct().toList();
    }

    /** {@code catalogue}: 一个领域一个工作簿，官方模板的版式。 */
    public byte[] catalogue(String area) {
        return CatalogueBook.of(
                year.rows().stream().filter(row -> row.area().equals(area)).toList());
    }

    /** 修订过的：少了最后一行，第一行的内容要素补了几个字（要求没有变）。 A changed catalogue: its last row dropped, its first reworded. */
    public byte[] revisedCatalogue(String area) {
        List<CatalogueRow> rows = new ArrayList<>(
                year.rows().stream().filter(row -> row.area().equals(area)).toList());
        rows.set(0, rows.getFirst().reworded("、联系方式"));
        rows.removeLast();
        return CatalogueBook.of(rows);
    }

    /** 一本很大的目录：同样的行反复写，二级事项后加序号，正好 count 行。 */
    public byte[] catalogue(int count) {
        List<CatalogueRow> rows = new ArrayList<>();
        for (int round = 1; rows.size() < count; round++) {
            for (CatalogueRow row : year.rows()) {
                if (rows.size() < count) {
                    rows.add(row.again(round));
                }
            }
        }
        return CatalogueBook.of(rows);
    }

    /** {@code formations} 的逗号分隔文件。 */
    public byte[] formationsCsv() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("externalId", "body", "item", "formedOn", "title"));
        year.formed()
                .forEach(one -> lines.add(List.of(
                        "f-" + one.id(),
                        one.body().code(),
                        one.row().key(),
                        one.formedOn().toString(),
                        one.title())));
        return csv(lines);
    }

    /** {@code formations}，每行一个对象。 */
    public Stream<String> formations() {
        return year.formed().map(one -> {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("externalId", "f-" + one.id());
            line.put("body", one.body().code());
            line.put("item", one.row().key());
            line.put("formedOn", one.formedOn().toString());
            line.put("title", one.title());
            return json.writeValueAsString(line);
        });
    }

    /** {@code disclosures}，每行一个对象；机构有时写代码，有时写全称。 */
    public Stream<String> disclosures() {
        return year.published().map(this::disclosure);
    }

    /** 后来更正过的，内容是更正之后的；编号不变，再导入就成为新的一版。 Those corrected later, as they read after it. */
    public Stream<String> corrections() {
        return year.published()
                .filter(one -> one.correctedOn() != null)
                .map(one -> disclosure(one, "<p>更正说明：原文个别数据有误，已按核实后的数据更正。</p>"));
    }

    private String disclosure(Formed one) {
        return disclosure(one, "");
    }

    private String disclosure(Formed one, String more) {
        Papers.Paper paper = Papers.write(one);
        boolean byName = one.id().hashCode() % 3 == 0;
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("externalId", "d-" + one.id());
        line.put("title", one.title());
        line.put("documentNumber", paper.number());
        line.put("body", byName ? one.body().name() : one.body().code());
        line.put("item", one.row().key());
        line.put("area", one.row().area());
        line.put("formedOn", one.formedOn().toString());
        line.put("publishedOn", String.valueOf(one.publishedOn()));
        if (one.row().paper().equals("POLICY")) {
            line.put("validUntil", one.formedOn().plusYears(5).toString());
        }
        line.put("classification", "PROACTIVE");
        line.put("type", paper.type());
        line.put("html", paper.html() + more);
        return json.writeValueAsString(line);
    }

    /** 一行一行地写出去，不占内存。 */
    public static void write(Stream<String> lines, Writer out) {
        lines.forEach(line -> {
            try {
                out.append(line).append('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static byte[] csv(List<List<String>> lines) {
        StringBuilder csv = new StringBuilder().append(BOM);
        for (List<String> line : lines) {
            List<String> cells = new ArrayList<>();
            for (String cell : line) {
                boolean quoted = cell.contains(",") || cell.contains("\"") || cell.contains("\n");
                cells.add(quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
            }
            csv.append(String.join(",", cells)).append("\r\n");
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }
}

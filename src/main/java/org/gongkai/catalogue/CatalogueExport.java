package org.gongkai.catalogue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkai.imports.Formulas;
import org.gongkai.law.Basis;
import org.gongkai.ui.Texts;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * 导出标准目录：官方模板工作簿、CSV、JSON。再导入回来，什么也不变。
 *
 * <p>Exports a catalogue; importing an export changes nothing.
 */
@Component
@Basis("GB54-2019")
public class CatalogueExport {

    /** 只有我们自己的表有这一列：里面的空白就是空白。 Only our own tables have it; their blank cells are blank. */
    static final String CODE = "事项代码";

    private static final int NOTES = 7;

    /** 导出的格式。 */
    public enum Format {
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        CSV("text/csv;charset=UTF-8"),
        JSON("application/json");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }

        /** 文件名的后缀。 */
        public String suffix() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final Areas areas;
    private final Texts texts;
    private final JsonMapper json;

    CatalogueExport(Areas areas, Texts texts, JsonMapper json) {
        this.areas = areas;
        this.texts = texts;
        this.json = json;
    }

    /** 写出这些事项，按领域和次序；流不关闭。 */
    public void write(Format format, List<CatalogueItem> items, OutputStream out) {
        write(format, items, names(), out);
    }

    void write(Format format, List<CatalogueItem> items, Map<String, String> areaNames, OutputStream out) {
        try {
            switch (format) {
                case XLSX -> new OfficialWorkbook(areaNames).write(items, out);
                case CSV -> csv(items, areaNames, out);
                case JSON -> json(items, areaNames, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** 空白的官方模板，附填表说明。 */
    public void template(OutputStream out) {
        var notes = new java.util.ArrayList<String>();
        notes.add(texts.get("catalogue.template.notes"));
        for (int i = 1; i <= NOTES; i++) {
            notes.add(i + "．" + texts.get("catalogue.template.note." + i));
        }
        try {
            new OfficialWorkbook(Map.of()).template(notes, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** 一行表头，领域和代码也各占一列；带 BOM，Excel 直接打开不乱码。 */
    private static void csv(List<CatalogueItem> items, Map<String, String> areaNames, OutputStream out)
            throws IOException {
        var columns = new ExportColumns(items);
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\ufeff');
        line(text, columns.headings().stream().map(ExportColumns.Heading::label).toList(), "领域", CODE);
        int number = 0;
        for (CatalogueItem item : items) {
            number++;
            line(text, columns.cells(number, item), areaNames.getOrDefault(item.area(), item.area()), item.code());
        }
        text.flush();
    }

    private static void line(Writer text, List<String> cells, String area, String code) throws IOException {
        text.write(cells.stream().map(Formulas::cell).collect(Collectors.joining(",")));
        text.write("," + Formulas.cell(area) + "," + Formulas.cell(code) + "\r\n");
    }

    private void json(List<CatalogueItem> items, Map<String, String> areaNames, OutputStream out) {
        json.writeValue(out, CatalogueJson.of(items, areaNames));
    }

    private Map<String, String> names() {
        var names = new LinkedHashMap<String, String>();
        areas.all().forEach(area -> names.put(area.code(), area.name()));
        return names;
    }
}

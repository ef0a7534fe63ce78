package org.gongkai.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 一个表格文件读出来的样子。
 *
 * <p>A table file, read. What it claims to be (its name) and what it is may differ: an {@code .xls} is often HTML or CSV inside, and
 * is read as what it is. Hostile files are refused with a sentence ({@code imports.file.*}).
 *
 * @param fileName as uploaded
 * @param format what the bytes are
 * @param encoding of text formats, for the user to see; null where the format fixes it
 * @param sheets in file order
 * @param notes what the reader had to do that the user should know, as message keys with arguments
 */
public record TableFile(
        String fileName, Format format, @Nullable String encoding, List<Grid> sheets, List<Note> notes) {

    /** 文件的真实格式。 */
    public enum Format {
        XLSX,
        XLS,
        /** Excel 2003 的 XML 表格。 */
        SPREADSHEET_XML,
        DELIMITED,
        HTML
    }

    /** 读文件时应当告诉用户的一句话。 A sentence for the user, by key. */
    public record Note(String messageKey, List<Object> args) {

        static Note of(String messageKey, Object... args) {
            return new Note(messageKey, List.of(args));
        }
    }

    public TableFile {
        sheets = List.copyOf(sheets);
        notes = List.copyOf(notes);
    }

    /**
     * 读一个表格文件。
     *
     * @throws org.gongkai.workflow.Refused when the bytes are no table, are too large, or look hostile
     */
    public static TableFile read(String fileName, byte[] bytes) {
        return new TableReader(TableLimits.DEFAULT).read(fileName, bytes);
    }
}

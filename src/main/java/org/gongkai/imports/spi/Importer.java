package org.gongkai.imports.spi;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongkai.identity.Duty;
import org.gongkai.imports.TableFile;

/**
 * 一种导入。写入必须按业务键幂等：任务中断后会从头再来一次。
 *
 * <p>One kind of import. It runs in the background as the person who uploaded; after a crash it simply runs again, so every write is
 * idempotent by its business key, and each batch is a transaction of its own.
 */
public interface Importer {

    /** 地址里的种类，例如 {@code catalogue}。 */
    String kind();

    /** 哪些岗位可以导入，其一即可。 */
    Set<Duty> duties();

    /** 写的是全区共用的内容：限定到一个机构的令牌不能导入。 Writes what the whole district shares. */
    default boolean isDistrictWide() {
        return false;
    }

    /** 这种导入怎样把文件读成表，退回标注时也这样读。 */
    default TableFile table(String fileName, byte[] bytes) {
        return TableFile.read(fileName, bytes);
    }

    /** 读完之后还要人决定的事在哪个页面；没有的为空。 @param rows 读懂的行，每行一个 JSON */
    default Optional<String> followUp(long run, List<String> rows) {
        return Optional.empty();
    }

    /** 读、核对、写入（只预览时不写），边做边报告。 */
    void run(Upload upload, Report report);

    /**
     * 上传的文件。
     *
     * @param file 存放处
     * @param fileName 原来的文件名
     * @param parameters 其他参数
     * @param dryRun 只预览
     * @param source 出处，写入记录时用
     */
    record Upload(Path file, String fileName, Map<String, String> parameters, boolean dryRun, String source) {

        public String parameter(String name) {
            return parameters.getOrDefault(name, "");
        }
    }

    /** 问题的轻重。 */
    enum Level {
        /** 不导入 */
        ERROR,
        /** 导入并标出 */
        WARNING,
        /** 只是告知 */
        HINT
    }

    /** 边做边报告。 */
    interface Report {

        /** 进度；总数未知时为零。 */
        void progress(long done, long total);

        void counted(long added, long changed, long unchanged, long rejected);

        /**
         * 一个问题。
         *
         * @param row 行号，从一数
         * @param column 列的字母或字段名
         */
        void problem(
                String sheet, long row, String column, String value, Level level, String messageKey, Object... args);

        /** 一行读懂的内容，给人核对；太多时只留前面一部分。 */
        void row(Map<String, Object> content);
    }
}

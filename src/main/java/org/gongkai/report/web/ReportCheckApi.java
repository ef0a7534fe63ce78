package org.gongkai.report.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.report.BrokenIdentity;
import org.gongkai.report.BrokenSentences;
import org.gongkai.report.CellAddress;
import org.gongkai.report.CrossFooting;
import org.gongkai.report.ReadTables;
import org.gongkai.report.ReportTable;
import org.gongkai.report.TablesReader;
import org.gongkai.report.UnreadCell;
import org.gongkai.ui.Asked;
import org.gongkai.ui.Texts;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** 核对一份填好的年度报告表格，谁都可以用；什么也不保存。 Checks a filled report; anyone may ask, nothing is kept. */
@RestController
@Requires(scope = Scope.PUBLIC)
class ReportCheckApi {

    private static final int LARGEST = 4 << 20;

    private final TablesReader reader;
    private final BrokenSentences words;
    private final Texts texts;

    ReportCheckApi(TablesReader reader, BrokenSentences words, Texts texts) {
        this.reader = reader;
        this.words = words;
        this.texts = texts;
    }

    /** 一处不平。 */
    record BrokenView(
            String rule,
            String sentence,
            List<String> cells,
            BigDecimal left,
            @Nullable BigDecimal right,
            @Nullable BigDecimal difference,
            List<String> blanks) {}

    /** 没有读出的一格。 */
    record UnreadView(
            @Nullable String cell,
            String place,
            String text,
            String kind,
            @Nullable BigDecimal readAs,
            String sentence) {}

    /**
     * 核对的结果。
     *
     * @param form 2019 或 2021 the form, as given or as recognised by its rows
     * @param tables 读到了第几部分的表
     * @param broken 不平的勾稽关系；没有就是空
     * @param unread 空着的、不是数的、改正后才读出的格
     * @param suspect 改这一格就全平的那一格；说不出时为空
     */
    record CheckView(
            String form,
            @Nullable Integer year,
            String body,
            List<String> tables,
            List<BrokenView> broken,
            List<UnreadView> unread,
            @Nullable String suspect) {}

    /** CSV、JSON、网页表格直接放在请求正文里。 @param form 2019 或 2021；不写时由行认出 */
    @PostMapping(value = "/api/v1/reports/annual/check", consumes = MediaType.ALL_VALUE)
    CheckView checkBody(
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String form,
            @RequestParam(required = false) @Nullable String year,
            @RequestParam(required = false) @Nullable String body)
            throws IOException {
        byte[] bytes = request.getInputStream().readNBytes(LARGEST + 1);
        return check("", bytes, form, year, body);
    }

    /** 作为文件上传，Excel 也可以。 @param file 表格文件 */
    @PostMapping(value = "/api/v1/reports/annual/check", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    CheckView checkFile(
            @RequestParam MultipartFile file,
            @RequestParam(required = false) @Nullable String form,
            @RequestParam(required = false) @Nullable String year,
            @RequestParam(required = false) @Nullable String body)
            throws IOException {
        if (file.getSize() > LARGEST) {
            throw Refused.unreadable("report.check.tooLarge", LARGEST >> 20);
        }
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        return check(name, file.getBytes(), form, year, body);
    }

    private CheckView check(
            String fileName, byte[] bytes, @Nullable String form, @Nullable String year, @Nullable String body) {
        if (bytes.length == 0) {
            throw Refused.unreadable("report.check.empty");
        }
        if (bytes.length > LARGEST) {
            throw Refused.unreadable("report.check.tooLarge", LARGEST >> 20);
        }
        ReadTables read = reader.read(fileName, bytes, AskedReport.form(form));
        List<BrokenIdentity> broken = CrossFooting.check(read.tables());
        return new CheckView(
                read.tables().form().code(),
                Asked.text(year) == null ? read.year() : Integer.valueOf(AskedReport.year(year)),
                Objects.requireNonNullElse(Asked.text(body), read.body()),
                read.found().stream().map(ReportTable::code).sorted().toList(),
                broken.stream().map(this::view).toList(),
                read.unread().stream().map(this::view).toList(),
                CrossFooting.suspect(read.tables(), broken)
                        .map(CellAddress::toString)
                        .orElse(null));
    }

    private BrokenView view(BrokenIdentity broken) {
        return new BrokenView(
                broken.rule(),
                words.sentence(broken),
                broken.cells().stream().map(CellAddress::toString).toList(),
                broken.left(),
                broken.right(),
                broken.difference(),
                broken.blanks().stream().map(CellAddress::toString).toList());
    }

    private UnreadView view(UnreadCell unread) {
        CellAddress cell = unread.cell();
        return new UnreadView(
                cell == null ? null : cell.toString(),
                unread.place(),
                unread.text(),
                unread.kind().name(),
                unread.readAs(),
                texts.get(unread.messageKey(), unread.args().toArray()));
    }
}

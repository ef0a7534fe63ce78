package org.gongkai.request;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gongkai.imports.Formulas;
import org.gongkai.journal.Journal;
import org.gongkai.journal.JournalLine;
import org.gongkai.law.Basis;
import org.gongkai.ui.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 卷宗：一件申请的全部，一个压缩包。目录、申请、每份文件、经过、操作留痕、逐日账。
 *
 * <p>水印在哪里：目录、申请、三张表各在第一行；发出的文书（.docx）在每一页的页脚。申请人交来的附件是扫描件、照片，照原样放进去，一个字节也不改，以便与登记的
 * 摘要核对；它们列在有水印的目录里。
 *
 * <p>The whole case as one zip. Texts and tables carry the mark in their first line, letters at the foot of every page. What the
 * applicant handed in is left byte for byte as it came, so that its digest still agrees; the marked index lists it.
 */
@Component
@Transactional(readOnly = true)
class CaseFolder {

    private final Requests requests;
    private final Journal journal;
    private final Texts texts;

    CaseFolder(Requests requests, Journal journal, Texts texts) {
        this.requests = requests;
        this.journal = journal;
        this.texts = texts;
    }

    @Basis("OGI-45")
    byte[] of(long id, Watermark mark) {
        var view = requests.find(id);
        var papers = requests.papers(id);
        var words = mark.words();
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            add(zip, "卷宗目录.txt", words + "\r\n" + index(view, papers));
            add(zip, "申请.txt", words + "\r\n" + application(view));
            add(zip, "经过.csv", row(words) + course(view));
            add(zip, "逐日账.csv", row(words) + days(view));
            add(zip, "操作留痕.csv", row(words) + journal(id));
            for (var paper : papers) {
                add(zip, name(paper), content(id, paper, words));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** 文书加水印；别人交来的、随答复提供的照原样，摘要才对得上。 Only our own letters are marked. */
    private byte[] content(long id, Paper paper, String words) {
        var bytes = requests.paper(id, paper.id()).bytes();
        return paper.isLetter() && paper.mediaType().equals(Letters.DOCX) ? WordLetter.marked(bytes, words) : bytes;
    }

    private static String name(Paper paper) {
        return "文件/%03d %s %s"
                .formatted(paper.id() % 1000, paper.number().replace('/', '_'), paper.name())
                .strip();
    }

    private static void add(ZipOutputStream zip, String name, String text) throws IOException {
        add(zip, name, ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8));
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private String index(RequestView view, List<Paper> papers) {
        var lines = new ArrayList<String>();
        lines.add("卷宗目录  " + view.reference());
        lines.add("种类：" + texts.get("request.caseKind." + view.caseKind().name()));
        lines.add("状态：" + texts.get("request.workflow.state." + view.state().name()));
        lines.add("收到：" + view.receivedOn() + "  最后一日：" + view.dueOn() + "  办结：" + view.endedOn());
        if (!view.caseKind().isStatutory()) {
            lines.add(houseLimit(view));
        }
        lines.add("");
        lines.add("摘要是加水印之前的原件的。");
        papers.forEach(paper -> lines.add(name(paper) + "  SHA-256 " + paper.sha256()));
        return String.join("\r\n", lines) + "\r\n";
    }

    private String houseLimit(RequestView view) {
        var kind = view.caseKind();
        return texts.get("request.clock.house", kind.limit().inChinese(), kind.rule());
    }

    private String application(RequestView view) {
        var applicant = view.applicant();
        var wanted = view.wanted();
        return String.join(
                        "\r\n",
                        "种类："
                                + texts.get(
                                        "request.caseKind." + wanted.caseKind().name()),
                        "提出方式：" + texts.get("request.channel." + view.channel().name()) + "  " + view.arrivedOn(),
                        "申请人：" + applicant.name() + "  "
                                + texts.get("request.kind." + applicant.kind().name()),
                        "身份证明：" + applicant.identity(),
                        "联系：" + applicant.contact() + " " + applicant.phone() + " " + applicant.email() + " "
                                + applicant.address(),
                        "名称：" + wanted.title(),
                        "文号：" + wanted.number(),
                        "描述：" + wanted.description(),
                        (wanted.caseKind() == CaseKind.RECTIFICATION ? "应当更正为：" + wanted.shouldBe() + "\r\n" : "")
                                + "提供："
                                + texts.get("request.form." + wanted.form().name()) + "，"
                                + texts.get("request.route." + wanted.route().name()))
                + "\r\n";
    }

    private String course(RequestView view) {
        var text = new StringBuilder("序号,日期,行为,经办,记录时间,内容\r\n");
        for (var entry : requests.timeline(view)) {
            text.append(row(
                    entry.act().number(),
                    entry.act().on(),
                    texts.get("request.workflow.action." + entry.act().action().name()),
                    entry.name(),
                    entry.at(),
                    entry.act().what().words()));
        }
        return text.toString();
    }

    private String days(RequestView view) {
        var text = new StringBuilder("日期,计入,第几日,理由,节日,征求意见\r\n");
        for (var day : requests.clock(view).days()) {
            text.append(row(
                    day.date(),
                    day.counted() ? "是" : "否",
                    day.number(),
                    texts.get("request.day." + day.why().name()),
                    day.name(),
                    day.letters().isEmpty() ? "" : day.letters()));
        }
        return text.toString();
    }

    /** 做了什么、谁看过申请人信息，合在一起按时间。 */
    private String journal(long id) {
        var text = new StringBuilder("时间,账号,姓名,行为,说明\r\n");
        Stream.of("request", "requestView")
                .flatMap(kind -> journal.of(kind, String.valueOf(id)).stream())
                .sorted(Comparator.comparingLong(JournalLine::id))
                .forEach(line -> text.append(row(line.at(), line.account(), line.name(), line.act(), line.summary())));
        return text.toString();
    }

    private static String row(@Nullable Object... cells) {
        return Arrays.stream(cells)
                        .map(cell -> cell == null ? "" : Formulas.cell(cell.toString()))
                        .collect(Collectors.joining(","))
                + "\r\n";
    }
}

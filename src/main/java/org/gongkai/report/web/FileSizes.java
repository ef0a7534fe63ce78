package org.gongkai.report.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.gongkai.report.IssuedReport;
import org.gongkai.workflow.Refused;
import org.springframework.stereotype.Component;

/**
 * 下载文件有多大：发布的一版不再变，做过一次就记住，不为了写一个数每次都做文件。
 *
 * <p>How large the files of an edition are, in KB rounded up. An edition never changes, so its files are made once for this.
 */
@Component
class FileSizes {

    private static final int MOST = 10_000;
    private static final int KB = 1024;

    private final ReportDocument document;
    private final ReportPdf pdf;
    private final Cache<String, Long> known =
            Caffeine.newBuilder().maximumSize(MOST).build();

    FileSizes(ReportDocument document, ReportPdf pdf) {
        this.document = document;
        this.pdf = pdf;
    }

    long docx(String bodyName, IssuedReport report) {
        return known.get("docx/" + ReportPdf.edition(bodyName, report), _ -> rounded(document.of(bodyName, report)));
    }

    /** @throws Refused 出不了 PDF 的，每次都再试 when it cannot be printed; asked again each time */
    long pdf(String bodyName, IssuedReport report) {
        return known.get("pdf/" + ReportPdf.edition(bodyName, report), _ -> rounded(pdf.of(bodyName, report)));
    }

    private static long rounded(byte[] file) {
        return (file.length + KB - 1) / KB;
    }
}

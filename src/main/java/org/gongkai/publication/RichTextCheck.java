package org.gongkai.publication;

import static org.gongkai.publication.SelfCheck.finding;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.publication.Finding.Level;
import org.jsoup.Jsoup;

/** 正文结构上的问题：空表格、没有表头的表格、没有说明的图片、过大。 */
final class RichTextCheck {

    private static final int LARGE = 500_000;

    private RichTextCheck() {}

    static List<Finding> check(String cleanHtml) {
        var findings = new ArrayList<Finding>();
        if (cleanHtml.isEmpty()) {
            return findings;
        }
        var body = Jsoup.parseBodyFragment(cleanHtml).body();
        int number = 0;
        for (var table : body.select("table")) {
            number++;
            if (!table.hasText() && table.select("img").isEmpty()) {
                findings.add(finding(Level.CONFIRM, "emptyTable", "body", String.valueOf(number), ""));
            } else if (table.select("th").isEmpty() && table.select("tr").size() > 1) {
                findings.add(finding(Level.NOTE, "tableWithoutHeader", "body", String.valueOf(number), ""));
            }
        }
        if (!body.select("img[alt=], img:not([alt])").isEmpty()) {
            findings.add(finding(
                    Level.NOTE,
                    "imageWithoutText",
                    "body",
                    String.valueOf(body.select("img[alt=], img:not([alt])").size()),
                    ""));
        }
        if (cleanHtml.length() > LARGE) {
            findings.add(finding(
                    Level.NOTE,
                    "large",
                    "body",
                    String.valueOf(cleanHtml.length() / 1000),
                    String.valueOf(LARGE / 1000)));
        }
        return findings;
    }
}

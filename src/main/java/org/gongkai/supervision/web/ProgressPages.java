package org.gongkai.supervision.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.imports.Formulas;
import org.gongkai.obligation.Coverage;
import org.gongkai.obligation.ObligationFigures;
import org.gongkai.supervision.SupervisionFigures;
import org.gongkai.ui.Asked;
import org.gongkai.ui.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 工作进展：公开的热力图和它的数据。 The public heat map and its figures as CSV. */
@Controller
@Requires(scope = Scope.PUBLIC)
class ProgressPages {

    private static final String BOM = "\uFEFF";

    private final SupervisionFigures figures;
    private final ObligationFigures obligations;
    private final Texts texts;

    ProgressPages(SupervisionFigures figures, ObligationFigures obligations, Texts texts) {
        this.figures = figures;
        this.obligations = obligations;
        this.texts = texts;
    }

    @GetMapping("/jz")
    String map(@RequestParam(required = false) @Nullable String asOf, Model model) {
        model.addAttribute("map", figures.heatMap(Asked.day("asOf", asOf)));
        model.addAttribute("asOf", asOf == null ? "" : asOf);
        return "supervision/progress";
    }

    /** 热力图的数据，UTF-8，带字节序标记，表格软件直接打开。 */
    @GetMapping("/jz.csv")
    ResponseEntity<byte[]> csv(@RequestParam(required = false) @Nullable String asOf) {
        StringBuilder csv = new StringBuilder(BOM);
        List<String> heads = new ArrayList<>();
        for (String head : List.of(
                "body",
                "bodyName",
                "area",
                "areaName",
                "owed",
                "covered",
                "open",
                "overdue",
                "onTime",
                "late",
                "excused")) {
            heads.add(texts.get("supervision.csv." + head));
        }
        csv.append(String.join(",", heads)).append("\r\n");
        var names = figures.areaNames();
        for (Coverage cell : obligations.coverage(Asked.day("asOf", asOf))) {
            String body = String.valueOf(cell.body());
            String area = String.valueOf(cell.area());
            csv.append(Formulas.cell(body))
                    .append(',')
                    .append(Formulas.cell(figures.bodyName(body)))
                    .append(',');
            csv.append(Formulas.cell(area)).append(',').append(Formulas.cell(names.getOrDefault(area, area)));
            for (long number : new long[] {
                cell.itemsOwed(),
                cell.itemsCovered(),
                cell.open(),
                cell.overdue(),
                cell.metOnTime(),
                cell.metLate(),
                cell.excused()
            }) {
                csv.append(',').append(number);
            }
            csv.append("\r\n");
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("coverage.csv")
                                .build()
                                .toString())
                .body(csv.toString().getBytes(StandardCharsets.UTF_8));
    }
}

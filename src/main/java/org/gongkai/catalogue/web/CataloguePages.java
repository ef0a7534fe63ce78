package org.gongkai.catalogue.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.gongkai.catalogue.Adaptations;
import org.gongkai.catalogue.CatalogueDesk;
import org.gongkai.catalogue.CatalogueExport;
import org.gongkai.catalogue.CatalogueVersions;
import org.gongkai.catalogue.Catalogues;
import org.gongkai.identity.Duty;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.ui.DeskEntry;
import org.gongkai.workflow.Refused;
import org.springframework.context.annotation.Bean;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 标准目录的工作台：版本、比较、审核审定、导出。 */
@Controller
@RequestMapping("/desk/catalogue")
@Requires(
        value = {Duty.OFFICE, Duty.LIAISON, Duty.SECTION_HEAD, Duty.SIGNER},
        scope = Scope.DISTRICT)
class CataloguePages {

    private final CatalogueDesk desk;
    private final CatalogueVersions versions;
    private final Catalogues catalogues;
    private final Adaptations adaptations;
    private final CatalogueExport export;
    private final Clock clock;

    CataloguePages(
            CatalogueDesk desk,
            CatalogueVersions versions,
            Catalogues catalogues,
            Adaptations adaptations,
            CatalogueExport export,
            Clock clock) {
        this.desk = desk;
        this.versions = versions;
        this.catalogues = catalogues;
        this.adaptations = adaptations;
        this.export = export;
        this.clock = clock;
    }

    @Bean
    static DeskEntry catalogueEntry() {
        return new DeskEntry(
                "ui.section.catalogue",
                "catalogue.menu",
                "/desk/catalogue",
                Set.of(Duty.OFFICE, Duty.LIAISON, Duty.SECTION_HEAD, Duty.SIGNER),
                300);
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("versions", versions.all());
        model.addAttribute("unresolved", catalogues.unresolvedBodies());
        model.addAttribute("waiting", adaptations.waiting());
        return "catalogue/list";
    }

    @GetMapping("/versions/{id:\\d+}")
    String version(@PathVariable long id, Model model) {
        var version = versions.find(id).orElseThrow(() -> Refused.missing("catalogue.noSuchVersion"));
        model.addAttribute("version", version);
        model.addAttribute("diff", versions.diff(id));
        model.addAttribute("items", versions.items(id));
        model.addAttribute("today", LocalDate.now(clock).toString());
        return "catalogue/version";
    }

    /** 任何一版，草案也可以，下载下来对照修改。 */
    @GetMapping("/versions/{id:\\d+}/export.{format:xlsx|csv|json}")
    ResponseEntity<byte[]> export(@PathVariable long id, @PathVariable String format) {
        var version = versions.find(id).orElseThrow(() -> Refused.missing("catalogue.noSuchVersion"));
        var wanted = CatalogueExport.Format.valueOf(format.toUpperCase(Locale.ROOT));
        return CatalogueDownloads.file(
                wanted, version.title() + "-" + version.number(), out -> export.write(wanted, versions.items(id), out));
    }

    @PostMapping("/versions/{id:\\d+}/review")
    @Requires(
            value = {Duty.OFFICE, Duty.SECTION_HEAD},
            scope = Scope.DISTRICT)
    String review(@PathVariable long id) {
        desk.review(id);
        return "redirect:/desk/catalogue/versions/" + id;
    }

    @PostMapping("/versions/{id:\\d+}/send-back")
    @Requires(
            value = {Duty.OFFICE, Duty.SIGNER},
            scope = Scope.DISTRICT)
    String sendBack(@PathVariable long id, @RequestParam(defaultValue = "") String reason) {
        desk.sendBack(id, reason);
        return "redirect:/desk/catalogue/versions/" + id;
    }

    @PostMapping("/versions/{id:\\d+}/adopt")
    @Requires(
            value = {Duty.OFFICE, Duty.SIGNER},
            scope = Scope.DISTRICT)
    String adopt(
            @PathVariable long id,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate effectiveFrom) {
        desk.adopt(id, effectiveFrom);
        return "redirect:/desk/catalogue/versions/" + id;
    }

    @PostMapping("/versions/{id:\\d+}/withdraw")
    @Requires(value = Duty.OFFICE, scope = Scope.DISTRICT)
    String withdraw(@PathVariable long id, @RequestParam String item, @RequestParam(defaultValue = "") String reason) {
        desk.withdraw(id, item, reason);
        return "redirect:/desk/catalogue/versions/" + id;
    }
}

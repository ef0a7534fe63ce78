package org.gongkai.catalogue.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.catalogue.CatalogueDesk;
import org.gongkai.catalogue.Catalogues;
import org.gongkai.identity.Duty;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.imports.ImportDesk;
import org.gongkai.organisation.PublicBodies;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** 认不出的公开主体在一个屏幕上问一次，记住。 What cannot be recognised is asked once, on one screen, and remembered. */
@Controller
@RequestMapping("/desk/catalogue/bodies")
@Requires(
        value = {Duty.OFFICE, Duty.LIAISON, Duty.SECTION_HEAD, Duty.SIGNER},
        scope = Scope.DISTRICT)
class BodyPhrasePages {

    private final CatalogueDesk desk;
    private final Catalogues catalogues;
    private final PublicBodies bodies;
    private final ImportDesk imports;
    private final JsonMapper json;

    BodyPhrasePages(
            CatalogueDesk desk, Catalogues catalogues, PublicBodies bodies, ImportDesk imports, JsonMapper json) {
        this.desk = desk;
        this.catalogues = catalogues;
        this.bodies = bodies;
        this.imports = imports;
        this.json = json;
    }

    /** @param run 一次预览：还没有写入的文件里的写法也一起问 */
    @GetMapping
    String unresolved(@RequestParam(required = false) @Nullable Long run, Model model) {
        var asked = new LinkedHashMap<String, Integer>();
        if (run != null) {
            asked.putAll(catalogues.unresolved(phrases(run)));
        }
        catalogues.unresolvedBodies().forEach(asked::putIfAbsent);
        model.addAttribute("unresolved", asked);
        model.addAttribute("bodies", bodies.all());
        model.addAttribute("run", run == null ? "" : String.valueOf(run));
        return "catalogue/bodies";
    }

    /** 没有选也没有说“本区没有”的，留到以后再问。 */
    @PostMapping
    @Requires(value = Duty.OFFICE, scope = Scope.DISTRICT)
    String resolve(@RequestParam MultiValueMap<String, String> form) {
        List<String> phrases = form.getOrDefault("phrase", List.of());
        Map<String, List<String>> decided = new LinkedHashMap<>();
        for (int i = 0; i < phrases.size(); i++) {
            List<String> chosen = form.getOrDefault("body." + i, List.of()).stream()
                    .filter(code -> !code.isBlank())
                    .toList();
            if (!chosen.isEmpty() || form.containsKey("none." + i)) {
                decided.put(phrases.get(i), chosen);
            }
        }
        desk.resolvePhrases(decided);
        String run = form.getFirst("run");
        return run != null && run.matches("\\d{1,18}")
                ? "redirect:/desk/imports/" + run
                : "redirect:/desk/catalogue/bodies";
    }

    private List<String> phrases(long run) {
        return imports.rows(run).stream()
                .map(row -> json.readTree(row).path("body").asString(""))
                .filter(phrase -> !phrase.isBlank())
                .toList();
    }
}

package org.gongkai.imports.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.identity.Duty;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.imports.ImportDesk;
import org.gongkai.ui.DeskEntry;
import org.gongkai.ui.Texts;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** 批量导入的页面：上传、进度、结果、退回的表、写入。 */
@Controller
@RequestMapping("/desk/imports")
@Requires(
        value = {Duty.OFFICE, Duty.LIAISON, Duty.SYSTEM_ADMINISTRATOR},
        scope = Scope.OWN_BODY)
class ImportPages {

    private static final int SHOWN = 500;

    private final ImportDesk desk;
    private final Texts texts;

    ImportPages(ImportDesk desk, Texts texts) {
        this.desk = desk;
        this.texts = texts;
    }

    @Bean
    static DeskEntry importsEntry() {
        return new DeskEntry(
                "ui.section.catalogue",
                "imports.menu",
                "/desk/imports",
                java.util.Set.of(Duty.OFFICE, Duty.LIAISON, Duty.SYSTEM_ADMINISTRATOR),
                320);
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String kind, Model model) {
        model.addAttribute("runs", desk.recent());
        model.addAttribute("kinds", kinds());
        model.addAttribute("kind", kind);
        return "imports/list";
    }

    @PostMapping
    String upload(
            @RequestParam MultipartFile file,
            @RequestParam String kind,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String reason)
            throws IOException {
        String name = file.getOriginalFilename() == null ? "file" : file.getOriginalFilename();
        try (var content = file.getInputStream()) {
            var parameters = new LinkedHashMap<String, String>();
            if (!area.isBlank()) {
                parameters.put("area", area.strip());
            }
            if (!reason.isBlank()) {
                parameters.put("reason", reason.strip());
            }
            long id = desk.accept(kind, name, content, parameters, true);
            return "redirect:/desk/imports/" + id;
        }
    }

    @GetMapping("/{id:\\d+}")
    String run(@PathVariable long id, HttpServletRequest request, Model model) {
        var run = desk.require(id);
        model.addAttribute("run", run);
        var problems = desk.problems(id);
        model.addAttribute("problems", problems.stream().limit(SHOWN).toList());
        model.addAttribute("changes", run.dryRun() ? desk.changes(id) : List.of());
        model.addAttribute("asked", desk.followUp(run).orElse(""));
        return "true".equals(request.getHeader("HX-Request")) ? "imports/result" : "imports/run";
    }

    @PostMapping("/{id:\\d+}/apply")
    String apply(@PathVariable long id) {
        return "redirect:/desk/imports/" + desk.applyPreviewed(id);
    }

    @GetMapping("/{id:\\d+}/marked")
    ResponseEntity<byte[]> marked(@PathVariable long id) {
        return ImportApi.Marked.of(desk, texts, desk.require(id));
    }

    private Map<String, String> kinds() {
        var kinds = new LinkedHashMap<String, String>();
        kinds.put("", texts.get("imports.kind.choose"));
        desk.kinds().forEach(kind -> kinds.put(kind, texts.get("imports.kind." + kind)));
        return kinds;
    }
}

package org.gongkai.publication.web;

import java.io.IOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.gongkai.attachment.AttachmentDesk;
import org.gongkai.catalogue.Catalogues;
import org.gongkai.identity.Duty;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.publication.Classification;
import org.gongkai.publication.DisclosureDraft;
import org.gongkai.publication.DisclosureType;
import org.gongkai.publication.NonDisclosureGround;
import org.gongkai.publication.PublicationDesk;
import org.gongkai.publication.PublicationWork;
import org.gongkai.publication.Receipt;
import org.gongkai.ui.Dates;
import org.gongkai.ui.DeskEntry;
import org.gongkai.ui.Sentences;
import org.gongkai.ui.Texts;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** 起草与修改：左边按想的次序填，右边是发布后的样子和自查。 */
@Controller
@Requires(
        value = {Duty.LIAISON, Duty.SECTION_HEAD, Duty.OFFICE},
        scope = Scope.SUBTREE)
class DraftPages {

    /** 菜单。 */
    @Configuration(proxyBeanMethods = false)
    static class Menu {

        @Bean
        DeskEntry publicationEntry() {
            return new DeskEntry(
                    "ui.section.work",
                    "publication.desk.entry",
                    "/desk/publication",
                    Set.of(Duty.LIAISON, Duty.SECTION_HEAD, Duty.SECRECY_REVIEWER, Duty.SIGNER, Duty.OFFICE),
                    200);
        }
    }

    private static final int MOST_ITEMS = 500;

    private final PublicationDesk desk;
    private final PublicationWork work;
    private final AttachmentDesk attachments;
    private final Texts texts;
    private final Sentences sentences;
    private final Catalogues catalogues;
    private final Clock clock;

    DraftPages(
            PublicationDesk desk,
            PublicationWork work,
            Catalogues catalogues,
            AttachmentDesk attachments,
            Texts texts,
            Sentences sentences,
            Clock clock) {
        this.desk = desk;
        this.work = work;
        this.catalogues = catalogues;
        this.clock = clock;
        this.attachments = attachments;
        this.texts = texts;
        this.sentences = sentences;
    }

    /** 空白稿；从待办来的已按目录填好。 */
    @GetMapping("/desk/publication/new")
    String blank(@ModelAttribute DraftForm form, Model model) {
        var values = form.values();
        values.put("once", UUID.randomUUID().toString());
        if (values.getOrDefault("area", "").isEmpty()) {
            values.put("area", work.areaOf(values.getOrDefault("item", "")));
        }
        return editor(0, values, form.attachments(), "", model);
    }

    @GetMapping("/desk/publication/{id:[0-9]{1,18}}/edit")
    String edit(@PathVariable long id, @RequestParam(required = false) @Nullable String saved, Model model) {
        var view = work.open(id);
        var values = DraftForm.values(view.content(), view.version(), view.changeNote(), view.authorNote());
        model.addAttribute("findings", view.findings());
        model.addAttribute("view", view);
        model.addAttribute("saved", saved != null);
        return editor(id, values, view.content().attachments(), "", model);
    }

    @PostMapping("/desk/publication")
    Object create(
            @ModelAttribute DraftForm form,
            @RequestParam(required = false) @Nullable MultipartFile bodyFile,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Model model) {
        return save(0, form, bodyFile, files, model);
    }

    @PostMapping("/desk/publication/{id:[0-9]{1,18}}")
    Object change(
            @PathVariable long id,
            @ModelAttribute DraftForm form,
            @RequestParam(required = false) @Nullable MultipartFile bodyFile,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Model model) {
        return save(id, form, bodyFile, files, model);
    }

    private Object save(
            long id,
            DraftForm form,
            @Nullable MultipartFile bodyFile,
            @Nullable List<MultipartFile> files,
            Model model) {
        if (id != 0) {
            work.mustBeThere(id); // another body's is not there: nothing is received for it
        }
        var stored = new ArrayList<>(form.attachments());
        var values = new LinkedHashMap<>(form.values());
        long at = id;
        try {
            values.put("html", content(form, bodyFile));
            stored.addAll(received(DraftForm.plain(form.body()), files));
            var receipt = writeOnce(id, form, form.draft(values.get("html"), stored));
            at = receipt.id();
            values.put("version", String.valueOf(receipt.version()));
            if (form.savesItself()) {
                model.addAttribute("id", receipt.id());
                model.addAttribute("version", receipt.version());
                model.addAttribute("at", Dates.minute(OffsetDateTime.now(clock)));
                return "publication/autosaved";
            }
            if (form.submits()) {
                desk.submit(receipt.id(), receipt.version(), DraftForm.plain(form.note()));
                return "redirect:/desk/publication?tab=MINE&done=submitted";
            }
            return "redirect:/desk/publication/" + receipt.id() + "/edit?saved";
        } catch (Refused refused) {
            if (form.savesItself()) {
                throw refused;
            }
            model.addAttribute("findings", found(form, values.get("html"), stored));
            var page = new org.springframework.web.servlet.ModelAndView(
                    editor(at, values, stored, sentences.sentence(refused.refusal()), model), model.asMap());
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    /** 连点两次，后一次等前一次存好再写：写到同一条上。 A second click waits for the first and writes to the same draft. */
    private Receipt writeOnce(long id, DraftForm form, DisclosureDraft draft) {
        try {
            return write(id, form, draft);
        } catch (DuplicateKeyException twice) {
            return write(id, form, draft);
        }
    }

    private Receipt write(long id, DraftForm form, DisclosureDraft draft) {
        var receipt = id == 0 ? desk.draftOnce(draft, form.onceOnly()) : desk.edit(id, form.seenVersion(), draft);
        var changeNote = DraftForm.plain(form.changeNote());
        return changeNote.isEmpty() ? receipt : desk.noteChange(receipt.id(), receipt.version(), changeNote);
    }

    private List<?> found(DraftForm form, @Nullable String html, List<Long> stored) {
        try {
            return work.preview(form.draft(html == null ? "" : html, stored)).findings();
        } catch (Refused unreadable) {
            return List.of();
        }
    }

    private String content(DraftForm form, @Nullable MultipartFile bodyFile) {
        if (bodyFile == null || bodyFile.isEmpty()) {
            return form.html() == null ? "" : form.html();
        }
        try (var in = bodyFile.getInputStream()) {
            return attachments.asHtml(name(bodyFile), in);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<Long> received(String body, @Nullable List<MultipartFile> files) {
        var ids = new ArrayList<Long>();
        for (var file : files == null ? List.<MultipartFile>of() : files) {
            if (!file.isEmpty()) {
                try (var in = file.getInputStream()) {
                    ids.add(attachments.receive(body, name(file), in).id());
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }
        }
        return ids;
    }

    private static String name(MultipartFile file) {
        var name = file.getOriginalFilename();
        return name == null ? "" : name;
    }

    /** 右边的活卡片：发布后的样子和自查。 */
    @PostMapping("/desk/publication/check")
    String check(@ModelAttribute DraftForm form, Model model) {
        try {
            var preview = work.preview(form.draft(form.html() == null ? "" : form.html(), form.attachments()));
            model.addAttribute("findings", preview.findings());
            model.addAttribute("content", preview.content());
        } catch (Refused refused) {
            model.addAttribute("refusal", sentences.sentence(refused.refusal()));
        }
        return "publication/check";
    }

    private String editor(long id, Map<String, String> values, List<Long> stored, String refusal, Model model) {
        var bodies = new LinkedHashMap<String, String>();
        work.bodies().forEach(body -> bodies.put(body.code(), body.name()));
        if (values.getOrDefault("body", "").isEmpty() && !bodies.isEmpty()) {
            values.put("body", bodies.firstEntry().getKey());
        }
        if (values.getOrDefault("type", "").isEmpty()) {
            values.put(
                    "type",
                    DisclosureType.OTHER.name()); // never the first of the list: it would count as a normative document
        }
        model.addAttribute("id", id);
        model.addAttribute("form", values);
        model.addAttribute("bodies", bodies);
        model.addAttribute("files", work.files(stored));
        model.addAttribute("refusal", refusal);
        model.addAttribute("types", types());
        model.addAttribute("classifications", named(Classification.values(), "publication.classification."));
        model.addAttribute("grounds", grounds());
        model.addAttribute(
                "card", catalogues.item(values.getOrDefault("item", "").strip()).orElse(null));
        model.addAttribute("items", catalogues.namesOwedBy(values.getOrDefault("body", ""), MOST_ITEMS));
        model.addAttribute("areas", areas());
        return "publication/editor";
    }

    private Map<String, String> areas() {
        var areas = new LinkedHashMap<String, String>();
        areas.put("", texts.get("publication.area.none"));
        catalogues.areas().forEach(area -> areas.put(area.code(), area.name()));
        return areas;
    }

    private static Map<String, String> types() {
        var types = new LinkedHashMap<String, String>();
        Arrays.stream(DisclosureType.values()).forEach(type -> types.put(type.name(), type.chinese()));
        return types;
    }

    private Map<String, String> grounds() {
        var grounds = new LinkedHashMap<String, String>();
        grounds.put("", texts.get("publication.ground.none"));
        grounds.putAll(named(NonDisclosureGround.values(), "publication.ground."));
        return grounds;
    }

    private Map<String, String> named(Enum<?>[] values, String prefix) {
        var named = new LinkedHashMap<String, String>();
        for (var value : values) {
            named.put(value.name(), texts.get(prefix + value.name()));
        }
        return named;
    }
}

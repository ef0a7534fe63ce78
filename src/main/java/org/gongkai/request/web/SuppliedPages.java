package org.gongkai.request.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.gongkai.identity.Duty;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.request.SuppliedFiles;
import org.gongkai.ui.Texts;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 承办页上附上、取下随答复提供的文件。 Adds and takes off what is supplied with a reply, on the page of the case. */
@Controller
@Requires(scope = Scope.SUBTREE, value = Duty.LIAISON)
class SuppliedPages {

    private final SuppliedFiles supplied;
    private final CaseScreen screen;
    private final Texts texts;

    SuppliedPages(SuppliedFiles supplied, CaseScreen screen, Texts texts) {
        this.supplied = supplied;
        this.screen = screen;
        this.texts = texts;
    }

    @PostMapping(path = "/desk/requests/{id:[0-9]{1,18}}/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String supply(
            @PathVariable long id,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        try {
            supplied.add(id, RequestApi.enclosures(files));
            return done(id, "request.supplied.done", flash);
        } catch (Refused refused) {
            return screen.again(id, refused, CaseScreen.FILES, Map.of(), response, model);
        }
    }

    @PostMapping("/desk/requests/{id:[0-9]{1,18}}/files/{paper:[0-9]{1,18}}/strike")
    String strike(
            @PathVariable long id,
            @PathVariable long paper,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        try {
            supplied.strike(id, paper);
            return done(id, "request.supplied.struck", flash);
        } catch (Refused refused) {
            return screen.again(id, refused, CaseScreen.FILES, Map.of(), response, model);
        }
    }

    private String done(long id, String key, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", texts.get(key));
        return "redirect:/desk/requests/" + id;
    }
}

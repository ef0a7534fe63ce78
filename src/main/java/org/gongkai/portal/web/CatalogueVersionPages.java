package org.gongkai.portal.web;

import java.util.List;
import org.gongkai.catalogue.CatalogueVersions;
import org.gongkai.catalogue.VersionView;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.law.Basis;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 标准目录历来公布的各版，和任意两版之间的新增、修改、撤销及理由（A-16）。 Every adopted version, comparable by everybody. */
@Controller
@Requires(scope = Scope.PUBLIC)
class CatalogueVersionPages {

    private final CatalogueVersions versions;

    CatalogueVersionPages(CatalogueVersions versions) {
        this.versions = versions;
    }

    @GetMapping("/bzml/versions")
    @Basis("GB54-2019")
    String versions(Model model) {
        model.addAttribute("versions", versions.published());
        return "portal/versions";
    }

    @GetMapping("/bzml/versions/{id:\\d+}")
    String version(@PathVariable long id, @RequestParam(required = false) @Nullable Long from, Model model) {
        var version = versions.published(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        List<VersionView> earlier = versions.published().stream()
                .filter(other -> other.owner().equals(version.owner()) && other.number() < version.number())
                .toList();
        VersionView before = earlier.stream()
                .filter(other -> from == null || other.id() == from)
                .findFirst()
                .orElse(null);
        if (from != null && before == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("version", version);
        model.addAttribute("before", before);
        model.addAttribute("earlier", earlier);
        model.addAttribute("diff", versions.diff(before, version));
        return "portal/version";
    }
}

package org.gongkai.request.web;

import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.request.RequestFlow;
import org.gongkai.request.Suggestions;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 公布的流程图：图、文字、实际天数、申请前引导的次数。 The procedure, published. */
@Controller
@Requires(scope = Scope.PUBLIC)
class FlowPages {

    private final RequestFlow flow;
    private final Suggestions suggestions;

    FlowPages(RequestFlow flow, Suggestions suggestions) {
        this.flow = flow;
        this.suggestions = suggestions;
    }

    @GetMapping("/ysq/flow")
    String flow(Model model) {
        model.addAttribute("svg", flow.svg());
        model.addAttribute("steps", flow.steps());
        model.addAttribute("medians", flow.medians());
        model.addAttribute("count", suggestions.lastYear());
        return "request/flow";
    }

    /** 图本身，可以下载。 */
    @GetMapping("/ysq/flow.svg")
    ResponseEntity<String> svg() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("image/svg+xml;charset=UTF-8"))
                .body(flow.svg());
    }
}

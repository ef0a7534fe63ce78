package org.gongkai.request.web;

import org.gongkai.ui.Texts;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** 请等一等：429，说明等多久。 The answer to whoever comes too fast: how long to wait, and what else one can do. */
@ControllerAdvice(assignableTypes = {RequestApi.class, LookupApi.class, LookPages.class, ApplyPages.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class TooSoonAdvice {

    private final Texts texts;

    TooSoonAdvice(Texts texts) {
        this.texts = texts;
    }

    @ExceptionHandler(TooSoon.class)
    ResponseEntity<ProblemDetail> tooSoon(TooSoon soon) {
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.TOO_MANY_REQUESTS, texts.get(soon.messageKey(), soon.seconds()));
        problem.setProperty("key", soon.messageKey());
        problem.setProperty("retryAfterSeconds", soon.seconds());
        problem.setProperty("rule", "A-113");
        if (soon.challenge() != null) {
            problem.setProperty("challenge", soon.challenge());
            problem.setProperty("bits", soon.bits());
            problem.setProperty("explanation", texts.get("request.proof.api", soon.bits()));
        }
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header("Retry-After", String.valueOf(soon.seconds()))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}

package org.gongkai.ui;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.workflow.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;

/**
 * 出错时的页面和接口回答：一句话说清发生了什么、保存了什么、该做什么，附编号；没有堆栈。
 *
 * <p>One place turns refusals and errors into a Chinese page or problem+json; an unexpected one is logged under its reference.
 */
@ControllerAdvice
@Controller
@Order(Ordered.HIGHEST_PRECEDENCE)
class Trouble implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(Trouble.class);

    /** 已经有了、引用的刚刚没了、事务互相等待：不是程序的错，是两个人同时办。 Duplicate, reference gone, serialisation, deadlock, lock. */
    private static final Set<String> CLASHES = Set.of("23505", "23503", "40001", "40P01", "55P03");

    private final Texts texts;
    private final Sentences sentences;

    Trouble(Texts texts, Sentences sentences) {
        this.texts = texts;
        this.sentences = sentences;
    }

    @ExceptionHandler(Refused.class)
    Object refused(Refused refused, HttpServletRequest request) {
        var refusal = refused.refusal();
        String sentence = sentences.sentence(refusal);
        String citation = sentences.citation(refusal);
        var status = status(refused, request);
        if (isApi(request)) {
            var problem = problem(status, sentence, request);
            problem.setProperty("key", refusal.messageKey());
            if (refusal.basis() != null) {
                problem.setProperty("basis", refusal.basis().code());
                problem.setProperty("citation", citation);
            }
            if (refusal.rule() != null) {
                problem.setProperty("rule", refusal.rule());
            }
            return json(problem);
        }
        return page(status, sentence, citation, request);
    }

    @ExceptionHandler(Exception.class)
    Object failed(Exception exception, HttpServletRequest request) throws Exception {
        if (exception instanceof AccessDeniedException
                || exception instanceof org.springframework.security.core.AuthenticationException) {
            throw exception;
        }
        HttpStatus status = status(exception);
        if (status.is5xxServerError()) {
            LOG.error("{} {} {}", References.of(request), request.getMethod(), request.getRequestURI(), exception);
        } else if (isUnstorable(exception)) {
            // what was sent is the likely cause; should it be our own reckoning, it must not go unseen
            LOG.warn("{} {} {}", References.of(request), request.getMethod(), request.getRequestURI(), exception);
        }
        return answer(status, request);
    }

    /** 容器层面的错误：没有走到控制器的请求。 */
    @RequestMapping("/error")
    @Requires(scope = Scope.PUBLIC)
    Object containerError(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        if (status != null && status.is5xxServerError()) {
            // the container has logged the failure itself, on the line before, but knows no reference
            LOG.error("{} {} {}", References.of(request), request.getMethod(), asked(request));
        }
        return answer(status == null ? HttpStatus.NOT_FOUND : status, request);
    }

    private Object answer(HttpStatus status, HttpServletRequest request) {
        String sentence = sentence(status);
        return isApi(request) ? json(problem(status, sentence, request)) : page(status, sentence, "", request);
    }

    /** A read of the API that is refused for what it asks is a bad request; an act is refused for the state of things. */
    private static HttpStatus status(Refused refused, HttpServletRequest request) {
        if (refused.isMissing()) {
            return HttpStatus.NOT_FOUND;
        }
        if (refused.isConflict()) {
            return HttpStatus.CONFLICT;
        }
        boolean read = isApi(request) && "GET".equals(request.getMethod());
        return read || refused.isUnreadable() ? HttpStatus.BAD_REQUEST : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    private static HttpStatus status(Exception exception) {
        if (exception instanceof MaxUploadSizeExceededException) {
            return HttpStatus.CONTENT_TOO_LARGE;
        }
        if (exception instanceof ErrorResponse known) {
            HttpStatus status = HttpStatus.resolve(known.getStatusCode().value());
            return status == null ? HttpStatus.BAD_REQUEST : status;
        }
        if (exception instanceof HttpMessageNotReadableException
                || exception instanceof TypeMismatchException
                || exception instanceof BindException
                || exception instanceof InvalidParameterException
                || exception instanceof org.springframework.web.multipart.MultipartException) {
            return HttpStatus.BAD_REQUEST;
        }
        if (exception instanceof ConcurrencyFailureException || hasState(exception, CLASHES)) {
            return HttpStatus.CONFLICT;
        }
        return isUnstorable(exception) ? HttpStatus.BAD_REQUEST : HttpStatus.INTERNAL_SERVER_ERROR;
    }

    /**
     * What was sent is no value that can be held or reckoned with: a NUL in a text (SQL state class 22), a year beyond all calendars, a
     * number beyond all numbers.
     */
    private static boolean isUnstorable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DateTimeException || cause instanceof ArithmeticException) {
                return true;
            }
            if (state(cause).startsWith("22")) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasState(Throwable failure, Set<String> states) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (states.contains(state(cause))) {
                return true;
            }
        }
        return false;
    }

    private static String state(Throwable cause) {
        return cause instanceof SQLException sql ? String.valueOf(sql.getSQLState()) : "";
    }

    private String sentence(HttpStatus status) {
        String key = "ui.error." + status.value();
        String text = texts.get(key);
        return text.equals(key) ? texts.get(status.is5xxServerError() ? "ui.error.500" : "ui.error.400") : text;
    }

    private static ProblemDetail problem(HttpStatus status, String sentence, HttpServletRequest request) {
        var problem = ProblemDetail.forStatusAndDetail(status, sentence);
        problem.setTitle(sentence.substring(0, sentence.indexOf('。') < 0 ? sentence.length() : sentence.indexOf('。')));
        instance(request).ifPresent(problem::setInstance);
        problem.setProperty("reference", References.of(request));
        return problem;
    }

    private static ResponseEntity<ProblemDetail> json(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static ModelAndView page(HttpStatus status, String sentence, String citation, HttpServletRequest request) {
        boolean fragment = "true".equals(request.getHeader("HX-Request"));
        var view = new ModelAndView(
                fragment ? "ui/troubleFragment" : "ui/trouble",
                Map.of(
                        "sentence",
                        sentence,
                        "citation",
                        citation,
                        "reference",
                        References.of(request),
                        "status",
                        status.value()));
        view.setStatus(status);
        return view;
    }

    private static boolean isApi(HttpServletRequest request) {
        return asked(request).startsWith("/api/");
    }

    /** The address asked for, also where the container forwarded to the error page. */
    private static String asked(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri
                ? uri
                : request.getRequestURI();
    }

    /** Not every address that can be asked for is one that can be written down. */
    private static Optional<URI> instance(HttpServletRequest request) {
        try {
            return Optional.of(new URI(asked(request)));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}

package org.gongkai.account.web;

import java.util.Map;
import org.gongkai.ui.Sentences;
import org.gongkai.workflow.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** 拒绝落在哪个输入框上。 Puts a refusal beside the field it is about. */
@Component
class FormFaults {

    private final Sentences sentences;

    FormFaults(Sentences sentences) {
        this.sentences = sentences;
    }

    /** 原样再显示，带着错误。 */
    ModelAndView again(ModelAndView view, Refused refused) {
        view.addObject("errors", errors(refused));
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private Map<String, String> errors(Refused refused) {
        return Map.of(field(refused.refusal().messageKey()), sentences.sentence(refused.refusal()));
    }

    private static String field(String key) {
        return switch (key) {
            case "account.nameForm" -> "name";
            case "account.noSuchBody", "account.bodyNeeded" -> "body";
            case "account.passwordLength", "account.passwordGuessable" -> "password";
            case "account.oldPasswordWrong" -> "old";
            case "account.codeWrong", "account.setupCodeWrong" -> "code";
            case "account.threeAdministrators", "account.dutyNeeded", "account.notYourself" -> "duties";
            case "account.tokenExpiry" -> "expires";
            case "account.tokenDuties" -> "purpose";
            default -> "login";
        };
    }
}

package org.gongkai.request.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.request.Applicant;
import org.gongkai.request.ApplicantKind;
import org.gongkai.request.Application;
import org.gongkai.request.CaseKind;
import org.gongkai.request.FilingChannel;
import org.gongkai.request.Wanted;

/** 已经填的，随表单带着走，不靠会话也不靠脚本。 What has been answered so far, carried along in the form. */
final class Answers {

    private static final int LONGEST = 20_000;
    private static final String ONCE = "once";

    private final Map<String, String> values = new LinkedHashMap<>();

    /** 只认申请表里有的项。 */
    static Answers of(Map<String, String> given) {
        var answers = new Answers();
        for (var step : ApplyStep.values()) {
            step.fields().forEach(field -> answers.values.put(field, plain(given.get(field))));
        }
        var once = plain(given.get(ONCE));
        answers.values.put(ONCE, once.isEmpty() ? UUID.randomUUID().toString() : once);
        return answers;
    }

    private static String plain(@org.jspecify.annotations.Nullable String words) {
        if (words == null) {
            return "";
        }
        var clean = words.strip();
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean;
    }

    Map<String, String> values() {
        return values;
    }

    String get(String field) {
        return values.getOrDefault(field, "");
    }

    /** 不选就是申请公开。 */
    CaseKind caseKind() {
        return get("caseKind").equals(CaseKind.RECTIFICATION.name()) ? CaseKind.RECTIFICATION : CaseKind.DISCLOSURE;
    }

    private boolean rectifies() {
        return caseKind() == CaseKind.RECTIFICATION;
    }

    /** 这一问缺什么：字段 → 资源键。 */
    Map<String, String> missing(ApplyStep step, PublicBodies bodies) {
        Map<String, String> missing = new LinkedHashMap<>();
        switch (step) {
            case BODY -> must(missing, "body", bodies.find(get("body")).isPresent(), "request.bodyUnknown");
            case WANTED -> wanted(missing);
            case SUPPLY -> {
                must(missing, "form", rectifies() || known(Wanted.SupplyForm.values(), "form"), "request.apply.choose");
                must(missing, "route", known(Wanted.SupplyRoute.values(), "route"), "request.apply.choose");
            }
            case KIND -> must(missing, "kind", known(ApplicantKind.values(), "kind"), "request.apply.choose");
            case IDENTITY -> {
                must(missing, "name", !get("name").isEmpty(), "request.nameMissing");
                must(missing, "identity", !get("identity").isEmpty(), "request.identityMissing");
            }
            case CONTACT -> {
                must(
                        missing,
                        "phone",
                        !(get("phone") + get("email") + get("address")).isEmpty(),
                        "request.contactMissing");
                must(
                        missing,
                        "email",
                        !get("route").equals("EMAIL") || !get("email").isEmpty(),
                        "request.emailForRoute");
                must(
                        missing,
                        "address",
                        !get("route").equals("POST") || !get("address").isEmpty(),
                        "request.addressForRoute");
            }
            case CHECK -> {}
        }
        return missing;
    }

    private void wanted(Map<String, String> missing) {
        boolean named = !(get("title") + get("number")).isEmpty();
        if (!rectifies()) {
            must(missing, "description", named || !get("description").isEmpty(), "request.wantedMissing");
            return;
        }
        must(missing, "title", named, "request.recordMissing");
        must(missing, "description", !get("description").isEmpty(), "request.wrongMissing");
        must(missing, "shouldBe", !get("shouldBe").isEmpty(), "request.shouldBeMissing");
    }

    private static void must(Map<String, String> missing, String field, boolean there, String key) {
        if (!there) {
            missing.put(field, key);
        }
    }

    private boolean known(Enum<?>[] all, String field) {
        return Arrays.stream(all).anyMatch(each -> each.name().equals(get(field)));
    }

    /** 第一个没有答完的问题；都答了就是核对。 */
    ApplyStep firstOpen(PublicBodies bodies) {
        return Arrays.stream(ApplyStep.values())
                .filter(step -> !missing(step, bodies).isEmpty())
                .findFirst()
                .orElse(ApplyStep.CHECK);
    }

    Application application(List<Application.Enclosure> enclosures) {
        return new Application(
                get("body"),
                FilingChannel.ONLINE,
                null,
                null,
                new Applicant(
                        ApplicantKind.valueOf(get("kind")),
                        get("name"),
                        get("identity"),
                        get("contact"),
                        get("phone"),
                        get("email"),
                        get("address")),
                new Wanted(
                        caseKind(),
                        get("title"),
                        get("number"),
                        get("description"),
                        get("shouldBe"),
                        rectifies() ? Wanted.SupplyForm.ELECTRONIC : Wanted.SupplyForm.valueOf(get("form")),
                        Wanted.SupplyRoute.valueOf(get("route"))),
                enclosures,
                get(ONCE));
    }

    @Override
    public String toString() {
        return "Answers[]";
    }
}

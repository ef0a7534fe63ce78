package org.gongkai.request.web;

import java.util.List;
import org.gongkai.request.Applicant;
import org.gongkai.request.ApplicantKind;
import org.gongkai.request.Application;
import org.gongkai.request.CaseKind;
import org.gongkai.request.FilingChannel;
import org.gongkai.request.Wanted;
import org.gongkai.ui.Asked;
import org.jspecify.annotations.Nullable;

/**
 * 申请表，接口的写法；没有用途一项。
 *
 * @param body 受理机关代码
 * @param channel 提出方式；不写为 ONLINE，其余由工作人员登记
 * @param arrivedOn 递交、签收、到达之日；网上提交的不看
 * @param confirmedOn 双方确认之日
 */
record ApplicationPayload(
        @Nullable String body,
        @Nullable String channel,
        @Nullable String arrivedOn,
        @Nullable String confirmedOn,
        @Nullable ApplicantPart applicant,
        @Nullable WantedPart wanted) {

    /** 申请人。 */
    record ApplicantPart(
            @Nullable String kind,
            @Nullable String name,
            @Nullable String identity,
            @Nullable String contact,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String address) {}

    /**
     * 所需信息，或者要更正的记录。
     *
     * @param caseKind 不写为 DISCLOSURE；RECTIFICATION 为申请更正，{@code description} 写哪里不准确
     * @param shouldBe 应当更正为什么
     */
    record WantedPart(
            @Nullable String caseKind,
            @Nullable String title,
            @Nullable String number,
            @Nullable String description,
            @Nullable String shouldBe,
            @Nullable String form,
            @Nullable String route) {}

    Application application(@Nullable String once, List<Application.Enclosure> enclosures) {
        var how = Asked.one("channel", channel, FilingChannel.class);
        return new Application(
                Asked.needed("body", body),
                how == null ? FilingChannel.ONLINE : how,
                Asked.day("arrivedOn", arrivedOn),
                Asked.day("confirmedOn", confirmedOn),
                person(),
                want(),
                enclosures,
                once);
    }

    private Applicant person() {
        if (applicant == null) {
            Asked.needed("applicant", null);
            throw new IllegalStateException();
        }
        var kind = Asked.one("applicant.kind", applicant.kind(), ApplicantKind.class);
        return new Applicant(
                kind == null ? ApplicantKind.NATURAL_PERSON : kind,
                plain(applicant.name()),
                plain(applicant.identity()),
                plain(applicant.contact()),
                plain(applicant.phone()),
                plain(applicant.email()),
                plain(applicant.address()));
    }

    private Wanted want() {
        if (wanted == null) {
            Asked.needed("wanted", null);
            throw new IllegalStateException();
        }
        var form = Asked.one("wanted.form", wanted.form(), Wanted.SupplyForm.class);
        var route = Asked.one("wanted.route", wanted.route(), Wanted.SupplyRoute.class);
        var kind = Asked.one("wanted.caseKind", wanted.caseKind(), CaseKind.class);
        return new Wanted(
                kind == null ? CaseKind.DISCLOSURE : kind,
                plain(wanted.title()),
                plain(wanted.number()),
                plain(wanted.description()),
                plain(wanted.shouldBe()),
                form == null ? Wanted.SupplyForm.ELECTRONIC : form,
                route == null ? Wanted.SupplyRoute.ONLINE : route);
    }

    private static String plain(@Nullable String words) {
        return words == null ? "" : words;
    }

    @Override
    public String toString() {
        return "ApplicationPayload[" + body + "]";
    }
}

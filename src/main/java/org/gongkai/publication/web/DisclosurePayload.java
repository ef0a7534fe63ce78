package org.gongkai.publication.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.gongkai.publication.Classification;
import org.gongkai.publication.DisclosureDraft;
import org.gongkai.publication.DisclosureIntake.Filing;
import org.gongkai.publication.DisclosureIntake.SignOff;
import org.gongkai.publication.DisclosureLine;
import org.gongkai.publication.DisclosureType;
import org.gongkai.publication.DisclosureView;
import org.gongkai.publication.NonDisclosureGround;
import org.gongkai.publication.Outlet;
import org.gongkai.publication.Validity;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;

/**
 * 经接口交来的一条信息，和它的下属条目。
 *
 * @param signOff 原系统里已经办完的签发；没有就进入本系统的审核
 * @param parts 下属条目，公开主体、公开属性可以省略，随主条目
 */
record DisclosurePayload(
        @Nullable String externalId,
        @Nullable String title,
        @Nullable String documentNumber,
        @Nullable List<String> issuers,
        @Nullable String body,
        @Nullable String item,
        @Nullable String area,
        @Nullable String statutoryItem,
        @Nullable LocalDate formedOn,
        @Nullable LocalDate effectiveOn,
        @Nullable LocalDate validUntil,
        @Nullable String type,
        @Nullable String summary,
        @Nullable List<String> keywords,
        @Nullable String source,
        @Nullable String html,
        @Nullable String text,
        @Nullable List<Long> attachments,
        @Nullable Classification classification,
        @Nullable NonDisclosureGround ground,
        @Nullable String reason,
        @Nullable SignOffPayload signOff,
        @Nullable List<DisclosurePayload> parts) {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    record SignOffPayload(
            @Nullable String draftedBy,
            @Nullable String reviewedBy,
            @Nullable String signedBy,
            @Nullable String findingsReason) {}

    Filing filing() {
        return new Filing(externalId, draft(needed(body, "body")));
    }

    List<Filing> partFilings() {
        return parts == null
                ? List.of()
                : given(parts).stream()
                        .map(part -> new Filing(
                                part.externalId(),
                                part.draft(part.body() == null ? needed(body, "body") : part.body())))
                        .toList();
    }

    @Nullable
    SignOff externalSignOff() {
        return signOff == null
                ? null
                : new SignOff(
                        plain(signOff.draftedBy()),
                        plain(signOff.reviewedBy()),
                        plain(signOff.signedBy()),
                        plain(signOff.findingsReason()));
    }

    private DisclosureDraft draft(String code) {
        var kind = DisclosureType.of(plain(type)).orElse(DisclosureType.OTHER);
        return new DisclosureDraft(
                new DisclosureDraft.Placement(code, plain(item), plain(area), plain(statutoryItem), null),
                new DisclosureDraft.Facts(
                        needed(title, "title"),
                        plain(documentNumber),
                        given(issuers),
                        formedOn,
                        effectiveOn,
                        validUntil,
                        null,
                        kind,
                        "",
                        "",
                        plain(source),
                        "",
                        given(keywords),
                        plain(summary)),
                html == null ? paragraphs(plain(text)) : html,
                given(attachments),
                classification == null || classification == Classification.PROACTIVE
                        ? DisclosureDraft.Openness.PROACTIVE
                        : new DisclosureDraft.Openness(classification, ground, plain(reason)));
    }

    static String paragraphs(String text) {
        var html = new StringBuilder();
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> html.append("<p>")
                        .append(line.replace("&", "&amp;").replace("<", "&lt;"))
                        .append("</p>"));
        return html.toString();
    }

    /** Without what is null: JSON lists may hold it. */
    private static <T> List<T> given(@Nullable List<T> values) {
        return values == null
                ? List.of()
                : values.stream().filter(Objects::nonNull).toList();
    }

    private static String plain(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static String needed(@Nullable String value, String name) {
        if (value == null || value.isBlank()) {
            throw new Refused(Refusal.of("publication.payloadIncomplete", name));
        }
        return value;
    }

    /**
     * 交来的结果。
     *
     * @param items 主条目和下属条目
     * @param repeated 同一个幂等键办过了，这是当时的结果
     */
    record Filed(List<FiledOne> items, boolean repeated) {}

    /**
     * 其中一条。
     *
     * @param state PUBLISHED 已公开、IN_REVIEW 在审核
     * @param indexNumber 索引号；没有公开的为空
     */
    record FiledOne(long id, String state, @Nullable String indexNumber) {}

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, BEIJING);
    }

    /**
     * 列表里的一条。 One in a list.
     *
     * @param publishedOn 首次公开日（北京时间）；迁入的为原网站上的日期
     * @param url 门户地址
     */
    record Line(
            long id,
            String indexNumber,
            String title,
            String documentNumber,
            String body,
            String item,
            String area,
            String statutoryItem,
            DisclosureType type,
            Classification classification,
            Validity validity,
            @Nullable LocalDate formedOn,
            @Nullable LocalDate effectiveOn,
            @Nullable LocalDate validUntil,
            @Nullable LocalDate repealedOn,
            LocalDate publishedOn,
            Instant publishedAt,
            Instant changedAt,
            String url) {

        static Line of(DisclosureLine line, LocalDate today) {
            return new Line(
                    line.id(),
                    line.indexNumber(),
                    line.title(),
                    line.documentNumber(),
                    line.body(),
                    line.item(),
                    line.area(),
                    line.statutoryItem(),
                    line.type(),
                    Classification.PROACTIVE,
                    line.validity(today),
                    line.formedOn(),
                    line.effectiveOn(),
                    line.validUntil(),
                    line.repealedOn(),
                    day(line.publishedAt()),
                    line.publishedAt(),
                    line.changedAt(),
                    line.path());
        }
    }

    /** 已公开的一条，接口的样子。 @param channels 同时公开的渠道 */
    record Published(
            long id,
            String indexNumber,
            @Nullable String externalId,
            @Nullable Long parent,
            int edition,
            int editions,
            String title,
            String documentNumber,
            String body,
            List<String> issuers,
            String item,
            String area,
            String statutoryItem,
            DisclosureType type,
            @Nullable LocalDate formedOn,
            @Nullable LocalDate effectiveOn,
            @Nullable LocalDate validUntil,
            @Nullable LocalDate repealedOn,
            Classification classification,
            Validity validity,
            LocalDate publishedOn,
            Instant publishedAt,
            Instant editionPublishedAt,
            String changeNote,
            String summary,
            List<String> keywords,
            String source,
            String html,
            String text,
            String digest,
            List<AttachmentPayload> attachments,
            List<OutletPayload> channels) {

        record AttachmentPayload(String name, String mediaType, long size, String sha256, String url) {}

        static Published of(DisclosureView view, List<Outlet> outlets, LocalDate today) {
            return new Published(
                    view.id(),
                    view.indexNumber(),
                    view.externalId(),
                    view.parent(),
                    view.edition(),
                    view.editions(),
                    view.title(),
                    view.documentNumber(),
                    view.body(),
                    view.issuers(),
                    view.item(),
                    view.area(),
                    view.statutoryItem(),
                    view.type(),
                    view.formedOn(),
                    view.effectiveOn(),
                    view.validUntil(),
                    view.repealedOn(),
                    Classification.PROACTIVE,
                    view.validity(today),
                    day(view.publishedAt()),
                    view.publishedAt(),
                    view.editionPublishedAt(),
                    view.changeNote(),
                    view.summary(),
                    view.keywords(),
                    view.source(),
                    view.html(),
                    view.plain(),
                    view.digest(),
                    view.attachments().stream()
                            .map(file -> new AttachmentPayload(
                                    file.name(), file.mediaType(), file.size(), file.sha256(), file.path()))
                            .toList(),
                    outlets.stream().map(OutletPayload::of).toList());
        }
    }
}

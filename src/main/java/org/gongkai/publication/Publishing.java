package org.gongkai.publication;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.attachment.Attachments;
import org.gongkai.attachment.StoredFile;
import org.gongkai.identity.Actor;
import org.gongkai.publication.spi.PublicationGate;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** 公开与撤回的效果：索引号、版次、摘要、附件对外可见、旧版被取代、事件。 */
@Component
class Publishing {

    private final IndexNumbers indexNumbers;
    private final Attachments attachments;
    private final DisclosureStore store;
    private final List<PublicationGate> gates;
    private final ApplicationEventPublisher events;

    Publishing(
            IndexNumbers indexNumbers,
            Attachments attachments,
            DisclosureStore store,
            List<PublicationGate> gates,
            ApplicationEventPublisher events) {
        this.indexNumbers = indexNumbers;
        this.attachments = attachments;
        this.store = store;
        this.gates = List.copyOf(gates);
        this.events = events;
    }

    void mustPassGates(Disclosure disclosure, Edition edition) {
        var facts = edition.content.facts();
        var candidate = new PublicationGate.Candidate(
                disclosure.id,
                disclosure.body,
                edition.content.placement().item(),
                facts.type().name(),
                facts.title(),
                facts.formedOn(),
                disclosure.open != null);
        for (var gate : gates) {
            gate.check(candidate).ifPresent(refusal -> {
                throw new Refused(refusal);
            });
        }
    }

    /** 流程已到 PUBLISHED：取得索引号和版次，封存内容。 */
    void publish(Disclosure disclosure, Edition edition, Instant now) {
        var files = files(edition);
        var former = disclosure.open;
        if (former != null) {
            former.move(PublicationAction.SUPERSEDE, Actor.SYSTEM);
            store.saveEdition(former);
        }
        edition.number = former == null || former.number == null ? 1 : former.number + 1;
        edition.publishedAt = now;
        edition.changedAt = now;
        edition.open = true;
        edition.digest = Digests.ofEdition(edition.content, files, edition.changeNote);
        if (disclosure.indexNumber == null) {
            disclosure.indexNumber = indexNumbers.next(disclosure.body, day(now).getYear());
        }
        if (disclosure.publishedAt == null) {
            disclosure.publishedAt = now;
        }
        disclosure.standing = DisclosureStanding.PUBLISHED;
        disclosure.changedAt = now;
        disclosure.open = edition;
        disclosure.working = null;
        attachments.release(edition.content.attachments());
    }

    private List<StoredFile> files(Edition edition) {
        var files = attachments.find(edition.content.attachments());
        if (files.size() != edition.content.attachments().size()) {
            throw new Refused(Refusal.of("publication.attachmentMissing"));
        }
        return files;
    }

    /** 流程已到 WITHDRAWN：所有版本和附件不再对外，留下说明。 */
    void withdraw(
            Disclosure disclosure,
            Edition edition,
            WithdrawalReason reason,
            String note,
            @Nullable String replacement,
            Instant now) {
        if (replacement != null && !replacement.isBlank()) {
            disclosure.replacement = store.withIndexNumber(replacement.strip())
                    .filter(other -> other != disclosure.id)
                    .orElseThrow(() -> new Refused(Refusal.of("publication.replacementUnknown", replacement)));
        }
        edition.open = false;
        disclosure.standing = DisclosureStanding.WITHDRAWN;
        disclosure.withdrawal = reason;
        disclosure.withdrawalNote = note;
        disclosure.withdrawnAt = now;
        disclosure.changedAt = now;
        discardCorrection(disclosure);
        store.closeEditions(disclosure.id);
        attachments.retract(store.onlyAttachedTo(disclosure.id));
    }

    private void discardCorrection(Disclosure disclosure) {
        var working = disclosure.working;
        if (working != null && Submission.isInWork(working)) {
            working.state = EditionState.DISCARDED;
            store.saveEdition(working);
        }
        disclosure.working = null;
    }

    /** 公开、更正、撤回之后宣布；其他步骤不作声。 */
    void announce(Disclosure disclosure, Edition edition) {
        if (edition.state == EditionState.WITHDRAWN) {
            events.publishEvent(withdrawn(disclosure, edition));
        } else if (edition.state == EditionState.PUBLISHED && disclosure.open == edition) {
            events.publishEvent(
                    Integer.valueOf(1).equals(edition.number)
                            ? published(disclosure, edition)
                            : corrected(disclosure, edition));
        }
    }

    private DisclosurePublished published(Disclosure disclosure, Edition edition) {
        var placement = edition.content.placement();
        var at = requireNonNull(disclosure.publishedAt);
        return new DisclosurePublished(
                disclosure.id,
                1,
                disclosure.body,
                placement.item(),
                placement.area(),
                placement.statutoryItem(),
                edition.content.facts().type(),
                edition.content.facts().formedOn(),
                at,
                day(at),
                edition.content.facts().title(),
                requireNonNull(disclosure.indexNumber),
                disclosure.obligation,
                lapse(edition));
    }

    private DisclosureCorrected corrected(Disclosure disclosure, Edition edition) {
        var placement = edition.content.placement();
        return new DisclosureCorrected(
                disclosure.id,
                requireNonNull(edition.number),
                disclosure.body,
                placement.item(),
                placement.area(),
                placement.statutoryItem(),
                edition.content.facts().type(),
                edition.content.facts().formedOn(),
                day(requireNonNull(disclosure.publishedAt)),
                requireNonNull(edition.publishedAt),
                edition.content.facts().title(),
                requireNonNull(disclosure.indexNumber),
                disclosure.obligation,
                lapse(edition));
    }

    private static @Nullable LocalDate lapse(Edition edition) {
        var facts = edition.content.facts();
        return Validity.lapse(facts.validUntil(), facts.repealedOn());
    }

    private DisclosureWithdrawn withdrawn(Disclosure disclosure, Edition edition) {
        var placement = edition.content.placement();
        var at = requireNonNull(disclosure.withdrawnAt);
        return new DisclosureWithdrawn(
                disclosure.id,
                disclosure.body,
                placement.item(),
                placement.area(),
                edition.content.facts().formedOn(),
                at,
                day(at),
                requireNonNull(disclosure.withdrawal),
                requireNonNull(disclosure.indexNumber),
                disclosure.obligation);
    }

    /** 法律日按北京时间。 */
    static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, FilterSql.ZONE);
    }
}

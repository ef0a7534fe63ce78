package org.gongkai.catalogue;

import java.util.List;
import java.util.Map;
import org.gongkai.deadline.TimeLimit;
import org.gongkai.deadline.TimeLimitPhrases;
import org.gongkai.identity.CurrentActor;
import org.gongkai.law.Basis;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 因地制宜（A-15）：单位提出对上级目录一行的调整，另一人审核，公布后编进公开义务。 A unit overrides an inherited row, with a reason. */
@Service
@Transactional
@Basis("GB54-2019")
public class AdaptationDesk {

    private final Adaptations adaptations;
    private final Catalogues catalogues;
    private final CurrentActor current;
    private final ApplicationEventPublisher events;

    AdaptationDesk(
            Adaptations adaptations, Catalogues catalogues, CurrentActor current, ApplicationEventPublisher events) {
        this.adaptations = adaptations;
        this.catalogues = catalogues;
        this.current = current;
        this.events = events;
    }

    /**
     * 提出调整。
     *
     * @param applies 本单位有没有这一事项
     * @param limitText 改用的时限，不改时留空；要读得懂
     * @param content 改用的公开内容，不改时留空
     */
    public long propose(String item, String body, boolean applies, String limitText, String content, String reason) {
        var actor = current.get();
        AdaptationWorkflow.TABLE.next(Adaptation.State.PROPOSED, Adaptation.Action.PROPOSE, actor);
        var row = catalogues.item(item).orElseThrow(() -> Refused.missing("catalogue.adaptation.noItem", item));
        if (!actor.reaches(body) || !row.bodies().contains(body)) {
            throw new Refused(Refusal.of("catalogue.adaptation.notYours"));
        }
        if (reason.isBlank()) {
            throw new Refused(Refusal.of("catalogue.reasonNeeded"));
        }
        if (applies && limitText.isBlank() && content.isBlank()) {
            throw new Refused(Refusal.of("catalogue.adaptation.nothing"));
        }
        if (adaptations.visible().stream()
                .anyMatch(each -> each.item().equals(item)
                        && each.body().equals(body)
                        && each.state() == Adaptation.State.PROPOSED)) {
            throw new Refused(Refusal.of("catalogue.adaptation.waiting"));
        }
        boolean limited = applies && !limitText.isBlank();
        long id = adaptations.add(
                item,
                body,
                applies,
                limited ? limitText.strip() : null,
                limited ? limit(limitText, row) : null,
                applies && !content.isBlank() ? content.strip() : null,
                reason.strip(),
                actor.account());
        events.publishEvent(new CatalogueAdapted(
                "catalogue.adaptationProposed", id, item, body, "提出因地制宜的调整：" + item, Map.of("reason", reason.strip())));
        return id;
    }

    /** 审核通过并公布；提出人不能审核自己的。原来公布的同时撤下。 */
    public void approve(long id) {
        var adaptation = next(id, Adaptation.Action.APPROVE);
        fourEyes(adaptation);
        adaptations.approvedFor(adaptation.item()).stream()
                .filter(old -> old.body().equals(adaptation.body()))
                .forEach(old -> adaptations.become(old.id(), Adaptation.State.REVOKED, null, adaptation.reason()));
        adaptations.become(id, Adaptation.State.APPROVED, current.get().account(), "");
        told("catalogue.adaptationApproved", adaptation, "公布因地制宜的调整：", "");
    }

    /** 不予通过，写明理由。 */
    public void reject(long id, String reason) {
        var adaptation = next(id, Adaptation.Action.REJECT);
        fourEyes(adaptation);
        needed(reason);
        adaptations.become(id, Adaptation.State.REJECTED, current.get().account(), reason.strip());
        told("catalogue.adaptationRejected", adaptation, "不予通过因地制宜的调整：", reason);
    }

    /** 撤回，恢复照上级目录执行。 */
    public void revoke(long id, String reason) {
        var adaptation = next(id, Adaptation.Action.REVOKE);
        needed(reason);
        adaptations.become(id, Adaptation.State.REVOKED, null, reason.strip());
        told("catalogue.adaptationRevoked", adaptation, "撤回因地制宜的调整：", reason);
    }

    private Adaptation next(long id, Adaptation.Action action) {
        var adaptation = adaptations.find(id).orElseThrow(() -> Refused.missing("catalogue.adaptation.unknown"));
        AdaptationWorkflow.TABLE.next(adaptation.state(), action, current.get());
        return adaptation;
    }

    private void fourEyes(Adaptation adaptation) {
        if (adaptation.proposedBy().equals(current.get().account())) {
            throw new Refused(Refusal.of("catalogue.adaptation.fourEyes").basis("OGI-17"));
        }
    }

    private static void needed(String reason) {
        if (reason.isBlank()) {
            throw new Refused(Refusal.of("catalogue.reasonNeeded"));
        }
    }

    /** 看不懂的、比上级目录宽的时限不收：改出来的时限要算得出日期，或者明说是长期、实时。 */
    private static @Nullable String limit(String text, CatalogueItem row) {
        var phrase = TimeLimitPhrases.parse(text);
        if (!phrase.confident()) {
            throw new Refused(
                    Refusal.of("catalogue.adaptation.limitUnknown", phrase.note() == null ? "" : phrase.note()));
        }
        LimitCheck.of(phrase).ifPresent(_ -> {
            throw new Refused(Refusal.of("catalogue.adaptation.limitTooLong").basis("OGI-26"));
        });
        String own = phrase.toTimeLimit().map(TimeLimit::code).orElse(null);
        if (LimitCheck.isLooser(own, row.limit())) {
            throw new Refused(
                    Refusal.of("catalogue.adaptation.looser", row.limitText()).basis("GB54-2019"));
        }
        return own;
    }

    private void told(String act, Adaptation adaptation, String summary, String reason) {
        events.publishEvent(new CatalogueAdapted(
                act,
                adaptation.id(),
                adaptation.item(),
                adaptation.body(),
                summary + adaptation.item(),
                reason.isBlank() ? Map.of() : Map.of("reason", reason.strip())));
    }

    /** 这个人能替哪些机构提出：够得着的、事项的公开主体。 */
    public List<String> bodiesFor(CatalogueItem item) {
        var actor = current.get();
        return item.bodies().stream().filter(actor::reaches).toList();
    }
}

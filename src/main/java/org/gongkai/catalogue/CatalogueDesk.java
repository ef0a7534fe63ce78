package org.gongkai.catalogue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.identity.CurrentActor;
import org.gongkai.law.Basis;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 标准目录的办理：审核、审定、撤销事项、认定公开主体。 The verbs of the standard catalogue. */
@Service
@Transactional
public class CatalogueDesk {

    private final Versions versions;
    private final Drafts drafts;
    private final BodyPhrases phrases;
    private final Adjustments adjustments;
    private final PublicBodies bodies;
    private final CurrentActor current;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CatalogueDesk(
            Versions versions,
            Drafts drafts,
            BodyPhrases phrases,
            Adjustments adjustments,
            PublicBodies bodies,
            CurrentActor current,
            ApplicationEventPublisher events,
            Clock clock) {
        this.versions = versions;
        this.drafts = drafts;
        this.phrases = phrases;
        this.adjustments = adjustments;
        this.bodies = bodies;
        this.current = current;
        this.events = events;
        this.clock = clock;
    }

    /** 审核草案；起草、导入、调整过它的人都不能审核。 */
    @Basis("GB54-2019")
    public void review(long version) {
        var draft = require(version);
        var actor = current.get();
        var next = CatalogueWorkflow.TABLE.next(draft.state(), VersionAction.REVIEW, actor);
        boolean own = draft.author().equals(actor.account()) || versions.hasEdited(version, actor.account());
        if (own && !actor.isMachine()) {
            throw new Refused(Refusal.of("catalogue.fourEyes").basis("OGI-17"));
        }
        versions.state(version, next, actor.account(), null, null, actor.isMachine());
        events.publishEvent(new CatalogueChanged("catalogue.reviewed", version, "审核目录草案", Map.of()));
    }

    /** 退回修改，写明理由。 */
    public void sendBack(long version, String reason) {
        var draft = require(version);
        var next = CatalogueWorkflow.TABLE.next(draft.state(), VersionAction.SEND_BACK, current.get());
        needed(reason);
        versions.state(version, next, null, null, null, false);
        events.publishEvent(new CatalogueChanged("catalogue.sentBack", version, "退回目录草案", Map.of("reason", reason)));
    }

    /** 审定并公布；到了生效日，前一版随之失效，生效日之前仍照前一版执行。 */
    @Basis("GB54-2019")
    public void adopt(long version, LocalDate effectiveFrom) {
        var draft = require(version);
        var actor = current.get();
        var next = CatalogueWorkflow.TABLE.next(draft.state(), VersionAction.ADOPT, actor);
        versions.state(version, next, null, actor.account(), effectiveFrom, actor.isMachine());
        versions.overtaken(LocalDate.now(clock)).stream()
                .filter(old -> old.owner().equals(draft.owner()))
                .forEach(versions::supersede);
        events.publishEvent(new CatalogueAdopted(version, draft.owner(), effectiveFrom));
    }

    /** 从草案中撤销一个事项，代码不再使用。 */
    public void withdraw(long version, String item, String reason) {
        var draft = require(version);
        CatalogueWorkflow.TABLE.next(draft.state(), VersionAction.IMPORT, current.get());
        needed(reason);
        if (!versions.withdraw(version, item)) {
            throw Refused.missing("catalogue.noSuchItem", item);
        }
        versions.edited(version, current.get().account());
        adjustments.record(List.of(new Adjustment(
                version, item, "WITHDRAWN", reason.strip(), current.get().account())));
        events.publishEvent(new CatalogueChanged(
                "catalogue.itemWithdrawn", version, "撤销事项 " + item, Map.of("item", item, "reason", reason)));
    }

    /** 另起一版草案，内容与最近审定的一版相同，返回它的编号。 */
    public long startDraft(String owner, String reason) {
        needed(reason);
        String real = drafts.owner(owner);
        versions.lock(real);
        return drafts.open(real, "", reason).id();
    }

    /** 一次认定几种公开主体的写法，以后都照此办理，已导入的也随之改变；有一个机构不认识，就一种也不保存。 */
    public void resolvePhrases(Map<String, List<String>> decided) {
        var checked = new LinkedHashMap<>(decided);
        checked.values().stream().flatMap(List::stream).forEach(code -> {
            if (bodies.find(code).isEmpty()) {
                throw new Refused(Refusal.of("catalogue.noSuchBody", code));
            }
        });
        checked.forEach((phrase, codes) -> {
            phrases.decide(phrase, codes, current.get().account());
            events.publishEvent(new BodyPhraseResolved(phrase, codes));
        });
    }

    /** 够得着的一版；别的机构的与没有一样。 */
    private Versions.Version require(long version) {
        return versions.find(version)
                .filter(found -> Drafts.reaches(current.get(), found.owner()))
                .orElseThrow(() -> Refused.missing("catalogue.noSuchVersion"));
    }

    private static void needed(String reason) {
        if (reason.isBlank()) {
            throw new Refused(Refusal.of("catalogue.reasonNeeded"));
        }
    }
}

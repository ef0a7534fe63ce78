package org.gongkai.publication;

import java.time.Clock;
import java.time.LocalDate;
import org.gongkai.catalogue.Channel;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.law.Basis;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 登记公开信息还在哪个渠道公开过，划去登记错的（R-CAT-11）。
 *
 * <p>A liaison of the body, or the office, records that a published record was also disclosed through another channel; a wrong entry is
 * struck with a reason and stays. The same entry twice is one.
 */
@Component
@Transactional
public class OutletDesk {

    private static final int LONGEST_REASON = 200;

    /** 从哪里登记的。 */
    public enum Source {
        DESK,
        API
    }

    /** 登记的一条。 @param fresh 这一次登记的；早已登记过的为 false */
    public record Entry(Outlet outlet, boolean fresh) {}

    private final OutletStore store;
    private final CurrentActor actors;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OutletDesk(OutletStore store, CurrentActor actors, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.actors = actors;
        this.events = events;
        this.clock = clock;
    }

    /**
     * 登记一条；同一信息、渠道、日期、地点已经登记过的，就是那一条。
     *
     * @param on 在那个渠道公开的日期，不早于成文日期，不晚于今天
     * @param where 期号、版面、地点或者网址，不超过 200 字
     * @throws Refused not published now, the website itself, a wrong day, an unfit place, not this duty
     */
    @Basis("OGI-23")
    public Entry record(long disclosure, Channel channel, LocalDate on, String where, Source source) {
        var actor = responsible();
        var published = require(disclosure, actor);
        if (published.standing() != DisclosureStanding.PUBLISHED) {
            throw new Refused(Refusal.of("publication.outlet.notPublished"));
        }
        var draft = OutletCheck.check(channel, on, where, published.formedOn(), LocalDate.now(clock));
        var known = store.standing(disclosure, draft);
        if (known.isPresent()) {
            return new Entry(known.get(), false);
        }
        var outlet = store.add(disclosure, published.body(), draft, source.name(), actor.account(), clock.instant());
        events.publishEvent(new OutletRecorded(
                outlet.id(), disclosure, outlet.body(), outlet.channel(), outlet.on(), outlet.where()));
        return new Entry(outlet, true);
    }

    /**
     * 划去登记错的一条；留着，不再对外，也不再算数。
     *
     * @param reason 理由，不超过 200 字
     * @throws Refused no such entry of this record, struck already, no reason, not this duty
     */
    public void strike(long disclosure, long outlet, String reason) {
        var actor = responsible();
        require(disclosure, actor);
        var entry = store.find(outlet)
                .filter(found -> found.disclosure() == disclosure)
                .orElseThrow(() -> Refused.missing("publication.outlet.unknown", String.valueOf(outlet)));
        if (entry.isStruck()) {
            throw new Refused(Refusal.of("publication.outlet.struckAlready"));
        }
        var why = Wording.line(reason);
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw new Refused(Refusal.of("publication.outlet.reasonNeeded", LONGEST_REASON));
        }
        store.strike(outlet, why, actor.account(), clock.instant());
        events.publishEvent(new OutletStruck(
                outlet, disclosure, entry.body(), entry.channel(), entry.on(), LocalDate.now(clock), why));
    }

    private Actor responsible() {
        var actor = actors.get();
        if (!actor.has(Duty.LIAISON) && !actor.has(Duty.OFFICE)) {
            throw new Refused(Refusal.of("publication.outlet.notYourDuty"));
        }
        return actor;
    }

    /** 锁住这条信息，免得一边登记一边撤回。 Held until the entry is in, so that nobody withdraws it meanwhile. */
    private OutletStore.Holder require(long disclosure, Actor actor) {
        return store.hold(disclosure)
                .filter(found -> actor.reaches(found.body()))
                .orElseThrow(() -> Refused.missing("publication.notFound", String.valueOf(disclosure)));
    }
}

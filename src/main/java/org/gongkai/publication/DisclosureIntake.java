package org.gongkai.publication;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 业务系统、公文系统经接口交来的信息：一次可以交一条和它的若干下属条目，同一个幂等键只办一次。
 *
 * <p>What OA and business systems hand in. Without a sign-off it goes into review like any draft; with the sign-off made in the other
 * system, and a token that carries those duties, it is published at once, with the same four eyes.
 */
@Component
public class DisclosureIntake {

    /**
     * 交来的一条。
     *
     * @param externalId 原系统编号，可空
     */
    public record Filing(@Nullable String externalId, DisclosureDraft draft) {}

    /**
     * 原系统里已经办完的签发。
     *
     * @param findingsReason 保留自查发现的理由，可空串
     */
    public record SignOff(String draftedBy, String reviewedBy, String signedBy, String findingsReason) {}

    /**
     * 办成的结果。
     *
     * @param repeated 同一个幂等键先前已办
     */
    public record Filed(List<Long> disclosures, boolean repeated) {}

    private static final int MOST_PARTS = 100;

    private final PublicationDesk desk;
    private final DisclosureStore store;
    private final CurrentActor currentActor;
    private final JdbcClient jdbc;
    private final Clock clock;

    DisclosureIntake(
            PublicationDesk desk, DisclosureStore store, CurrentActor currentActor, JdbcClient jdbc, Clock clock) {
        this.desk = desk;
        this.store = store;
        this.currentActor = currentActor;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * 交一条和它的下属条目，一个事务，要么都办成，要么都不办。
     *
     * @param key 幂等键，可空串
     * @param fingerprint 请求内容的 SHA-256
     */
    @Transactional
    public Filed file(String key, String fingerprint, Filing main, List<Filing> parts, @Nullable SignOff signOff) {
        var actor = currentActor.get();
        if (parts.size() > MOST_PARTS) {
            throw new Refused(Refusal.of("publication.tooManyParts", parts.size(), MOST_PARTS));
        }
        var before = key.isEmpty() ? null : claim(actor.account(), key, fingerprint);
        if (before != null) {
            return new Filed(before, true);
        }
        var filed = new ArrayList<Long>();
        filed.add(one(main, null, actor, signOff));
        for (var part : parts) {
            filed.add(one(part, filed.getFirst(), actor, signOff));
        }
        if (!key.isEmpty()) {
            jdbc.sql("update publication.receipt set disclosures = ? where account = ? and key = ?")
                    .param(filed.toArray(Long[]::new))
                    .param(actor.account())
                    .param(key)
                    .update();
        }
        return new Filed(filed, false);
    }

    /** 占住幂等键；已办过就返回当时的结果。同键不同内容是错误。 */
    private @Nullable List<Long> claim(String account, String key, String fingerprint) {
        int fresh = jdbc.sql("""
                        insert into publication.receipt (account, key, fingerprint, disclosures, received_at)
                        values (?, ?, ?, '{}', ?) on conflict (account, key) do nothing
                        """)
                .params(account, key, fingerprint, java.sql.Timestamp.from(clock.instant()))
                .update();
        if (fresh == 1) {
            return null;
        }
        return jdbc.sql("select fingerprint, disclosures from publication.receipt where account = ? and key = ?")
                .params(account, key)
                .query((row, n) -> {
                    if (!row.getString("fingerprint").equals(fingerprint)) {
                        throw new Refused(Refusal.of("publication.keyUsedOtherwise", key));
                    }
                    return Arrays.asList((Long[]) row.getArray("disclosures").getArray());
                })
                .single();
    }

    private long one(Filing filing, @Nullable Long parent, Actor actor, @Nullable SignOff signOff) {
        var externalId = filing.externalId();
        if (externalId != null) {
            var known = store.withExternalId(filing.draft().placement().body(), externalId);
            if (known.isPresent()) {
                return known.get();
            }
        }
        Callable<Receipt> draft = () -> desk.draft(filing.draft(), Edition.Origin.API, externalId, parent);
        if (signOff == null) {
            var receipt = currentActor.callAs(actor, draft);
            return desk.submit(receipt.id(), receipt.version(), "").id();
        }
        return signed(actor, signOff, draft).id();
    }

    private Receipt signed(Actor actor, SignOff signOff, Callable<Receipt> draft) {
        var author = named(actor, signOff.draftedBy());
        var reviewer = named(actor, signOff.reviewedBy());
        var signer = named(actor, signOff.signedBy());
        var accepted = signOff.findingsReason().isBlank()
                ? List.<Acceptance>of()
                : List.of(Acceptance.all(signOff.findingsReason()));
        var drafted = currentActor.callAs(author, draft);
        var receipt = currentActor.callAs(
                author, () -> desk.submit(drafted.id(), drafted.version(), signOff.findingsReason()));
        while (receipt.state() == EditionState.SECTION_REVIEW || receipt.state() == EditionState.SECRECY_REVIEW) {
            var waiting = receipt;
            receipt = currentActor.callAs(
                    reviewer,
                    () -> desk.approve(waiting.id(), waiting.version(), ReviewConclusion.MAY_DISCLOSE, accepted));
        }
        var cleared = receipt;
        return currentActor.callAs(signer, () -> desk.sign(cleared.id(), cleared.version(), null));
    }

    /** 原系统里的人，以令牌的岗位和范围办理；账号写成“令牌/姓名”，三个人不能是同一个。 */
    private static Actor named(Actor token, String person) {
        var name = Wording.line(person);
        if (name.isEmpty()) {
            throw new Refused(Refusal.of("publication.signOffIncomplete").basis("OGI-17"));
        }
        return new Actor(
                token.account() + "/" + name, name, token.body(), token.duties(), token.bodies(), token.district());
    }
}

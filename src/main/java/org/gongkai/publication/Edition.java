package org.gongkai.publication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.identity.Actor;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;

/**
 * 版本：一条信息的一次完整内容，和它走到流程的哪一步。
 *
 * <p>One edition and where it stands. Every change of state asks {@link PublicationWorkflow}; four eyes are asked here and again by the
 * database.
 */
final class Edition {

    /** 来路。 */
    enum Origin {
        DESK,
        API,
        IMPORT
    }

    long id;
    final long disclosure;

    @Nullable
    Integer number;

    EditionState state = EditionState.DRAFT;
    boolean open;
    final Origin origin;
    final List<String> authors = new ArrayList<>();
    String authorName;
    DisclosureDraft content;
    String plain;
    String changeNote = "";
    String authorNote = "";
    int openFindings;

    @Nullable
    String reviewedBy;

    @Nullable
    Instant reviewedAt;

    @Nullable
    ReviewConclusion conclusion;

    @Nullable
    String signedBy;

    @Nullable
    Instant signedAt;

    @Nullable
    Instant scheduledFor;

    @Nullable
    Instant publishedAt;

    @Nullable
    String digest;

    Instant createdAt;
    Instant changedAt;

    @Nullable
    Instant submittedAt;

    Edition(long disclosure, Origin origin, Actor author, CleanDraft draft, Instant now) {
        this(disclosure, origin, author.name(), draft, now);
        authors.add(author.account());
    }

    Edition(long disclosure, Origin origin, String authorName, CleanDraft draft, Instant now) {
        this.disclosure = disclosure;
        this.origin = origin;
        this.authorName = authorName;
        this.content = draft.content();
        this.plain = draft.plain();
        this.createdAt = now;
        this.changedAt = now;
    }

    /** 可以改，而内容与送来的一样。 Whether an edit is allowed and would change nothing. */
    boolean isAlready(CleanDraft draft, Actor actor) {
        PublicationWorkflow.TABLE.next(state, PublicationAction.EDIT, actor);
        return content.equals(draft.content());
    }

    void edit(CleanDraft draft, Actor actor, Instant now) {
        move(PublicationAction.EDIT, actor);
        content = draft.content();
        plain = draft.plain();
        changedAt = now;
        if (!authors.contains(actor.account())) {
            authors.add(actor.account());
        }
        forgetReview();
    }

    /** 换成处理过的内容，不算拟稿。 */
    void replace(CleanDraft draft, Instant now) {
        content = draft.content();
        plain = draft.plain();
        changedAt = now;
    }

    /** 提交：要处置的发现随稿送审。 */
    void submit(Actor actor, String note, int findingsToSettle, Instant now) {
        move(PublicationAction.SUBMIT, actor);
        if (!authors.contains(actor.account())) {
            authors.add(actor.account());
        }
        authorNote = note;
        openFindings = findingsToSettle;
        submittedAt = now;
        changedAt = now;
    }

    void move(PublicationAction action, Actor actor) {
        state = PublicationWorkflow.TABLE.next(state, action, actor);
    }

    /** 保密审查得出结论。 */
    void cleared(ReviewConclusion result, Actor reviewer, Instant now) {
        mustNotBeAuthor(reviewer);
        move(PublicationAction.APPROVE, reviewer);
        boolean proactive = content.openness().classification() == Classification.PROACTIVE;
        if (proactive != result.clears()) {
            throw new Refused(Refusal.of(proactive ? "publication.conclusionForbids" : "publication.conclusionOpens")
                    .basis("OGI-17"));
        }
        conclusion = result;
        reviewedBy = reviewer.account();
        reviewedAt = now;
        openFindings = 0;
        changedAt = now;
    }

    void sign(PublicationAction action, Actor signer, Instant now) {
        mustNotBeAuthor(signer);
        move(action, signer);
        signedBy = signer.account();
        signedAt = now;
        changedAt = now;
    }

    void forgetReview() {
        reviewedBy = null;
        reviewedAt = null;
        conclusion = null;
        forgetSignature();
    }

    void forgetSignature() {
        signedBy = null;
        signedAt = null;
        scheduledFor = null;
    }

    void mustNotBeAuthor(Actor actor) {
        if (authors.contains(actor.account())) {
            throw new Refused(Refusal.of("publication.fourEyes").basis("OGI-17"));
        }
    }

    boolean isProactive() {
        return content.openness().classification() == Classification.PROACTIVE;
    }
}

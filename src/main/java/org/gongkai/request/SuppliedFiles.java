package org.gongkai.request;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.gongkai.attachment.AttachmentDesk;
import org.gongkai.attachment.CleanFile;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.law.Basis;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 随答复提供的文件：拟答复之前附上，审核、审查、签发的人看得到，答复送达之后申请人凭查询码下载。
 *
 * <p>The information itself, supplied with the reply. Whoever drafts the reply adds it before; reviewers and the signer decide with it in
 * view; the applicant gets it once the reply is served. A file with hidden content is refused: what nobody saw would be given away.
 */
@Component
public class SuppliedFiles {

    private static final int MOST = 20;
    private static final int MOST_BYTES = 20 * 1024 * 1024;

    private final RequestStore store;
    private final PaperStore papers;
    private final CaseRoutes routes;
    private final AttachmentDesk attachments;
    private final TransactionTemplate transaction;
    private final CurrentActor actors;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SuppliedFiles(
            RequestStore store,
            PaperStore papers,
            CaseRoutes routes,
            AttachmentDesk attachments,
            PlatformTransactionManager transactions,
            CurrentActor actors,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.papers = papers;
        this.routes = routes;
        this.attachments = attachments;
        this.transaction = new TransactionTemplate(transactions);
        this.actors = actors;
        this.events = events;
        this.clock = clock;
    }

    /**
     * 附上文件。读、查文件要时间，这时不占着这一件。
     *
     * <p>Reading and checking files takes its time; the case is not held meanwhile.
     *
     * @throws Refused not while the reply is being prepared, not his to prepare, too many, too large, a wrong type, hidden content
     */
    @Basis("OGI-36")
    public void add(long id, List<Application.Enclosure> files) {
        var body = Objects.requireNonNull(transaction.execute(_ -> mustHaveRoom(id, files).body));
        var clean = files.stream().map(file -> clean(body, file)).toList();
        transaction.executeWithoutResult(_ -> {
            var request = mustHaveRoom(id, files);
            clean.forEach(file -> papers.add(request, Paper.Kind.SUPPLIED, null, "", file));
            note(request, "supply", "附上随答复提供的文件 " + files.size() + " 份");
        });
    }

    private InformationRequest mustHaveRoom(long id, List<Application.Enclosure> files) {
        var request = open(id);
        if (files.isEmpty()) {
            throw new Refused(Refusal.of("request.supplied.none"));
        }
        long already = papers.of(id).stream().filter(Paper::isSupplied).count();
        if (already + files.size() > MOST) {
            throw new Refused(Refusal.of("request.supplied.tooMany", MOST, already));
        }
        return request;
    }

    /** 取下一份；取下的不再列出，也不提供，记录还在。 Takes one off again; the record stays. */
    @Basis("OGI-36")
    @Transactional
    public void strike(long id, long paper) {
        var request = open(id);
        boolean there = papers.of(id).stream().anyMatch(each -> each.id() == paper && each.isSupplied());
        if (!there) {
            throw Refused.missing("request.paperNotFound", String.valueOf(paper));
        }
        papers.strike(request, paper, actors.get().account());
        note(request, "strike-supplied", "取下随答复提供的文件 1 份");
    }

    /** 此刻可以附上、取下。 Whether the current actor may add files now. */
    @Transactional(readOnly = true)
    public boolean mayAdd(RequestView view) {
        var actor = actors.get();
        return RequestWorkflow.of(view.caseKind()).possible(view.state(), actor).contains(RequestAction.DRAFT_REPLY)
                && routes.isOn(view.body(), view.state(), RequestAction.DRAFT_REPLY, actor);
    }

    /** Only while the reply can be drafted, and by whoever may draft it. */
    private InformationRequest open(long id) {
        var request = store.take(id);
        Actor actor = actors.get();
        if (!actor.reaches(request.body)) {
            throw Refused.missing("request.notFound", String.valueOf(id));
        }
        request.workflow().next(request.state, RequestAction.DRAFT_REPLY, actor);
        routes.mustBeOn(request, RequestAction.DRAFT_REPLY, actor);
        return request;
    }

    private Paper.Content clean(String body, Application.Enclosure file) {
        if (file.content().length > MOST_BYTES) {
            throw new Refused(Refusal.of("request.supplied.tooLarge", MOST_BYTES / 1024 / 1024));
        }
        CleanFile clean = attachments.clean(body, file.name(), new ByteArrayInputStream(file.content()));
        if (!clean.hidden().isEmpty()) {
            throw new Refused(Refusal.of("request.supplied.hidden", clean.name(), String.join("；", clean.hidden()))
                    .rule("R-SEC-01"));
        }
        return new Paper.Content(clean.name(), clean.mediaType(), clean.content());
    }

    private void note(InformationRequest request, String step, String words) {
        events.publishEvent(RequestActed.of(request, step, words, LocalDate.now(clock), "OGI-36"));
    }
}

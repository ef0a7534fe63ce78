package org.gongkai.request;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 申请人的门：不用账号，凭查询码看进度、补正、说明理由、撤回、下载答复。
 *
 * <p>The applicant's door. No account: filing gives a look-up code, and the code opens exactly the case it was given for and the parts
 * that one was divided into.
 */
@Component
public class ApplicantDesk {

    private final RequestDesk desk;
    private final Requests requests;
    private final RequestStore store;
    private final CurrentActor actors;
    private final TransactionTemplate transaction;

    ApplicantDesk(
            RequestDesk desk,
            Requests requests,
            RequestStore store,
            CurrentActor actors,
            PlatformTransactionManager transactions) {
        this.desk = desk;
        this.requests = requests;
        this.store = store;
        this.actors = actors;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** 网上提出。 */
    public Filed file(Application application) {
        return actors.callAs(Applicants.of(application.body()), () -> desk.file(application));
    }

    /**
     * 凭查询码看一件，连同拆分出来的各件。
     *
     * @throws Refused {@code request.codeLength}, {@code request.codeMistyped}, or not found
     */
    public ApplicantView look(String code) {
        return look(code, null);
    }

    /** As {@link #look(String)}, for one of the parts. */
    public ApplicantView look(String code, @Nullable String reference) {
        var found = locate(code, reference);
        return as(found, () -> view(found.id()));
    }

    /** 做申请人自己的一件事：补正、说明理由、撤回。 */
    public ApplicantView perform(String code, @Nullable String reference, RequestAction action, Particulars what) {
        return perform(code, reference, action, what, List.of());
    }

    /** 同上，连同补正时交来的文件。 */
    public ApplicantView perform(
            String code,
            @Nullable String reference,
            RequestAction action,
            Particulars what,
            List<Application.Enclosure> handedIn) {
        var found = locate(code, reference);
        return as(found, () -> {
            desk.perform(found.id(), null, action, null, what, handedIn);
            return view(found.id());
        });
    }

    /**
     * 下载发给申请人的一份文书。
     *
     * @param pdf 要 PDF，否则是 .docx
     */
    public Paper.Content paper(String code, @Nullable String reference, long paper, boolean pdf) {
        var found = locate(code, reference);
        return as(found, () -> {
            boolean his = view(found.id()).papers().stream().anyMatch(each -> each.id() == paper);
            if (!his) {
                throw Refused.missing("request.paperNotFound", String.valueOf(paper));
            }
            return pdf ? requests.pdf(found.id(), paper) : requests.paper(found.id(), paper);
        });
    }

    private record Located(long id, String body) {}

    /** The case of the code, or the part of it with this reference. */
    private Located locate(String code, @Nullable String reference) {
        byte[] digest = LookupCode.digest(code);
        return actors.callAs(
                Actor.SYSTEM,
                () -> Objects.requireNonNull(transaction.execute(
                                status -> store.withCode(digest).flatMap(id -> member(id, reference))))
                        .orElseThrow(() -> Refused.missing("request.codeUnknown")));
    }

    private Optional<Located> member(long id, @Nullable String reference) {
        return store.family(id).stream()
                .filter(each -> reference == null || reference.isBlank()
                        ? each.id == id
                        : each.reference.equals(reference.strip()))
                .findFirst()
                .map(each -> new Located(each.id, each.body));
    }

    private ApplicantView view(long id) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var parts = store.family(id).stream()
                    .filter(each -> each.id != id)
                    .map(each -> ApplicantView.Part.of(each.reference, each.state))
                    .toList();
            var view = requests.find(id);
            return ApplicantView.of(view, requests.clock(view), requests.papers(id), parts);
        }));
    }

    private <T> T as(Located found, Callable<T> task) {
        return actors.callAs(Applicants.of(found.body()), task);
    }

    /** 供测试和页面列出申请人此刻能做的事。 */
    static List<RequestAction> possible(CaseKind kind, RequestState state) {
        return RequestWorkflow.of(kind).rows().stream()
                .filter(row -> row.from() == state && row.action().isByApplicant())
                .map(row -> row.action())
                .toList();
    }
}

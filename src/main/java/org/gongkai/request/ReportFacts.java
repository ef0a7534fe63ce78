package org.gongkai.request;

import java.util.Collection;
import java.util.List;
import org.gongkai.report.spi.ApplicantColumn;
import org.gongkai.report.spi.ApplicationFact;
import org.gongkai.report.spi.FeeFact;
import org.gongkai.report.spi.LedgerContributor;
import org.gongkai.report.spi.RemedyFact;
import org.springframework.stereotype.Component;

/** 把申请的台账交给年度报告，没有个人信息。 Hands the ledger over to the annual report, nothing personal in it. */
@Component
class ReportFacts implements LedgerContributor {

    private final RequestLedger ledger;

    ReportFacts(RequestLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public List<ApplicationFact> applications(Collection<String> bodies, int year) {
        return ledger.cases(bodies, year).stream()
                .map(one -> new ApplicationFact(
                        one.reference(),
                        one.body(),
                        column(one.applicant()),
                        one.receivedOn(),
                        one.endedOn(),
                        one.endedOn() == null ? null : one.row(),
                        path(one.id())))
                .toList();
    }

    @Override
    public List<RemedyFact> remedies(Collection<String> bodies, int year) {
        return ledger.remedies(bodies, year).stream()
                .map(one -> new RemedyFact(
                        one.reference(), one.body(), route(one.kind()), outcome(one.result()), path(one.request())))
                .toList();
    }

    @Override
    public List<FeeFact> fees(Collection<String> bodies, int year) {
        return ledger.fees(bodies, year).stream()
                .map(one -> new FeeFact(path(one.request()), one.body(), one.noticedOn(), one.yuan(), one.paidOn()))
                .toList();
    }

    private static String path(long request) {
        return "/desk/requests/" + request;
    }

    private static ApplicantColumn column(ApplicantKind kind) {
        return switch (kind) {
            case NATURAL_PERSON -> ApplicantColumn.NATURAL_PERSON;
            case COMPANY -> ApplicantColumn.COMMERCIAL_ENTERPRISE;
            case RESEARCH_INSTITUTE -> ApplicantColumn.RESEARCH_INSTITUTION;
            case CHARITY -> ApplicantColumn.PUBLIC_WELFARE_ORGANISATION;
            case LEGAL_SERVICE -> ApplicantColumn.LEGAL_SERVICE;
            case OTHER_ORGANISATION -> ApplicantColumn.OTHER;
        };
    }

    private static RemedyFact.Route route(RemedyKind kind) {
        return switch (kind) {
            case RECONSIDERATION -> RemedyFact.Route.RECONSIDERATION;
            case DIRECT_LITIGATION -> RemedyFact.Route.DIRECT_LITIGATION;
            case LITIGATION_AFTER_RECONSIDERATION -> RemedyFact.Route.LITIGATION_AFTER_RECONSIDERATION;
        };
    }

    private static RemedyFact.Outcome outcome(RemedyResult result) {
        return switch (result) {
            case UPHELD -> RemedyFact.Outcome.UPHELD;
            case CORRECTED -> RemedyFact.Outcome.CORRECTED;
            case OTHER -> RemedyFact.Outcome.OTHER;
            case PENDING -> RemedyFact.Outcome.PENDING;
        };
    }
}

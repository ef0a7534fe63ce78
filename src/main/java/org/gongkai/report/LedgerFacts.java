package org.gongkai.report;

import java.util.List;
import org.gongkai.report.spi.ApplicationFact;
import org.gongkai.report.spi.FeeFact;
import org.gongkai.report.spi.RemedyFact;

/** 一年的全部事实。 The facts of one year. */
record LedgerFacts(List<ApplicationFact> applications, List<RemedyFact> remedies, List<FeeFact> fees) {

    static final LedgerFacts NONE = new LedgerFacts(List.of(), List.of(), List.of());

    LedgerFacts {
        applications = List.copyOf(applications);
        remedies = List.copyOf(remedies);
        fees = List.copyOf(fees);
    }

    /** 只要一个机构的。 */
    LedgerFacts of(String body) {
        return new LedgerFacts(
                applications.stream().filter(one -> one.body().equals(body)).toList(),
                remedies.stream().filter(one -> one.body().equals(body)).toList(),
                fees.stream().filter(one -> one.body().equals(body)).toList());
    }
}

package org.gongkai.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.gongkai.report.spi.ApplicationFact;
import org.gongkai.report.spi.FeeFact;
import org.gongkai.report.spi.LedgerContributor;
import org.gongkai.report.spi.RemedyFact;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** 台账：各模块交出的事实合在一起。 The facts of all contributors. */
@Component
class Ledger {

    private final List<LedgerContributor> contributors;

    Ledger(ObjectProvider<LedgerContributor> contributors) {
        this.contributors = contributors.orderedStream().toList();
    }

    LedgerFacts facts(Collection<String> bodies, int year) {
        List<ApplicationFact> applications = new ArrayList<>();
        List<RemedyFact> remedies = new ArrayList<>();
        List<FeeFact> fees = new ArrayList<>();
        for (LedgerContributor contributor : contributors) {
            applications.addAll(contributor.applications(bodies, year));
            remedies.addAll(contributor.remedies(bodies, year));
            fees.addAll(contributor.fees(bodies, year));
        }
        return new LedgerFacts(applications, remedies, fees);
    }
}

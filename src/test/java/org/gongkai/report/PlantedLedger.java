package org.gongkai.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gongkai.report.spi.ApplicationFact;
import org.gongkai.report.spi.FeeFact;
import org.gongkai.report.spi.LedgerContributor;
import org.gongkai.report.spi.RemedyFact;
import org.springframework.stereotype.Component;

/** 测试里交出事实的模块：哪个机构有哪些事实由测试放进来。 */
@Component
public class PlantedLedger implements LedgerContributor {

    private final Map<String, LedgerFacts> facts = new ConcurrentHashMap<>();

    void plant(String body, List<ApplicationFact> applications, List<RemedyFact> remedies, List<FeeFact> fees) {
        facts.put(body, new LedgerFacts(applications, remedies, fees));
    }

    private List<LedgerFacts> of(Collection<String> bodies) {
        List<LedgerFacts> some = new ArrayList<>();
        bodies.forEach(body -> some.add(facts.getOrDefault(body, LedgerFacts.NONE)));
        return some;
    }

    @Override
    public List<ApplicationFact> applications(Collection<String> bodies, int year) {
        return of(bodies).stream()
                .flatMap(one -> one.applications().stream())
                .filter(one -> one.receivedOn().getYear() <= year)
                .filter(one -> one.repliedOn() == null || one.repliedOn().getYear() >= year)
                .toList();
    }

    @Override
    public List<RemedyFact> remedies(Collection<String> bodies, int year) {
        return of(bodies).stream().flatMap(one -> one.remedies().stream()).toList();
    }

    @Override
    public List<FeeFact> fees(Collection<String> bodies, int year) {
        return of(bodies).stream().flatMap(one -> one.fees().stream()).toList();
    }
}

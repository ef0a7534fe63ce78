package org.gongkai.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gongkai.report.spi.ApplicantColumn;
import org.gongkai.report.spi.ApplicationFact;
import org.gongkai.report.spi.RemedyFact;
import org.jspecify.annotations.Nullable;

/** 随机的台账：几年、几个机构的申请，有的跨年，有的还没有办结。 */
final class RandomLedger {

    static final List<String> BODIES = List.of("R-MZJ", "R-JYJ", "R-ZFB");
    private static final List<String> ROWS = ReportForm.FORM_2021.resultRows();

    private final Random random;

    RandomLedger(long seed) {
        this.random = new Random(seed);
    }

    /** 某一年的事实，像依申请公开会交出的那样。 */
    static LedgerFacts of(List<ApplicationFact> all, List<RemedyFact> remedies, int year) {
        return new LedgerFacts(
                all.stream()
                        .filter(fact -> fact.receivedOn().getYear() <= year)
                        .filter(fact ->
                                fact.repliedOn() == null || fact.repliedOn().getYear() >= year)
                        .toList(),
                remedies,
                List.of());
    }

    List<ApplicationFact> applications(int count) {
        List<ApplicationFact> facts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            LocalDate received = LocalDate.of(2019, 1, 1).plusDays(random.nextInt(365 * 5));
            @Nullable LocalDate replied = random.nextInt(12) == 0 ? null : received.plusDays(random.nextInt(80));
            facts.add(new ApplicationFact(
                    "〔" + received.getYear() + "〕第" + i + "号",
                    pick(BODIES),
                    ApplicantColumn.values()[Math.max(0, random.nextInt(12) - 6)],
                    received,
                    replied,
                    replied == null ? null : pick(ROWS),
                    "/desk/requests/" + i));
        }
        return facts;
    }

    List<RemedyFact> remedies(int count) {
        List<RemedyFact> facts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            facts.add(new RemedyFact(
                    "复议〔2023〕" + i + "号",
                    pick(BODIES),
                    RemedyFact.Route.values()[random.nextInt(3)],
                    RemedyFact.Outcome.values()[random.nextInt(4)],
                    ""));
        }
        return facts;
    }

    int next(int bound) {
        return random.nextInt(bound);
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}

package org.gongkai.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.gongkai.deadline.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 十万件随机的经过，与独立的逐日推算比较（T-REQ，N2）。 A seed is printed with every difference. */
@DisplayName("办理期限：与独立的逐日推算一致")
class RequestClockOracleTests {

    private static final int CASES = 100_000;
    private static final WorkingCalendar CALENDAR = WorkingCalendar.builtIn();
    private static final LocalDate FIRST = LocalDate.of(2018, 1, 2);
    private static final LocalDate LAST = LocalDate.of(2026, 3, 1);

    private record Dated(RequestAction action, LocalDate on, Particulars what) {}

    @Test
    @DisplayName("到期日、是否逾期、计入的日子，十万件没有一件不同")
    void a_hundred_thousand_random_histories_agree() {
        var oracle = new NaiveRequestClock();
        int restarted = 0;
        int consulted = 0;
        int still = 0;
        int late = 0;
        for (int seed = 0; seed < CASES; seed++) {
            var notes = notes(new Random(seed));
            var clock = RequestClock.of(history(notes, seed), CALENDAR);
            var expected = oracle.walk(notes);

            assertThat(clock.due().orElse(null)).as("种子 %d：%s", seed, notes).isEqualTo(expected.due());
            assertThat(clock.isLate(notes.received()))
                    .as("种子 %d：%s", seed, notes)
                    .isEqualTo(expected.late());
            if (seed % 10 == 0 && expected.due() != null) {
                assertThat(clock.days())
                        .as("种子 %d：%s", seed, notes)
                        .filteredOn(ClockDay::counted)
                        .extracting(ClockDay::date)
                        .isEqualTo(expected.counted());
            }
            restarted += notes.corrected() != null || notes.paid() != null ? 1 : 0;
            consulted += notes.letters().size() > 1 ? 1 : 0;
            still += expected.due() == null ? 1 : 0;
            late += expected.late() ? 1 : 0;
        }
        assertThat(List.of(restarted, consulted, still, late))
                .as("样本里各种情形都有")
                .allSatisfy(count -> assertThat(count).isGreaterThan(CASES / 50));
    }

    private static NaiveRequestClock.Notes notes(Random random) {
        var received = FIRST.plusDays(random.nextInt((int) (LAST.toEpochDay() - FIRST.toEpochDay())));
        var asked = chance(random, 4) ? received.plusDays(random.nextInt(10)) : null;
        var corrected = asked != null && !chance(random, 5) ? asked.plusDays(1 + random.nextInt(25)) : null;
        boolean mayGoOn = asked == null || corrected != null;
        var from = corrected == null ? received : corrected;
        var fee = mayGoOn && chance(random, 6) ? from.plusDays(1 + random.nextInt(20)) : null;
        var paid = fee != null && !chance(random, 5) ? fee.plusDays(1 + random.nextInt(35)) : null;
        var letters = new ArrayList<NaiveRequestClock.Letter>();
        for (int i = random.nextInt(6) - 2; i > 0; i--) {
            var sent = received.plusDays(random.nextInt(40));
            letters.add(new NaiveRequestClock.Letter(
                    sent,
                    chance(random, 2) ? sent.plusDays(random.nextInt(6)) : null,
                    chance(random, 2) ? sent.plusDays(random.nextInt(35)) : null));
        }
        var extended = chance(random, 3) ? received.plusDays(1 + random.nextInt(60)) : null;
        if (extended != null && (during(extended, asked, corrected) || during(extended, fee, paid))) {
            extended = null;
        }
        return new NaiveRequestClock.Notes(
                received,
                asked,
                corrected,
                fee,
                paid,
                letters,
                extended,
                1 + random.nextInt(20),
                chance(random, 2) ? received.plusDays(random.nextInt(90)) : null);
    }

    private static boolean during(LocalDate day, @Nullable LocalDate from, @Nullable LocalDate to) {
        return from != null && !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    private static boolean chance(Random random, int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    /** The same notes as acts; half of the cases came by a letter that somebody confirmed. */
    private static CaseHistory history(NaiveRequestClock.Notes notes, int seed) {
        var dated = new ArrayList<Dated>();
        add(dated, RequestAction.ASK_CORRECTION, notes.askedCorrection(), Particulars.NONE);
        add(
                dated,
                seed % 3 == 0 ? RequestAction.CORRECT : RequestAction.RECORD_CORRECTION,
                notes.corrected(),
                Particulars.NONE);
        add(dated, RequestAction.NOTICE_FEE, notes.feeNotice(), Particulars.NONE);
        add(dated, RequestAction.RECORD_PAYMENT, notes.paid(), Particulars.NONE);
        add(dated, RequestAction.EXTEND, notes.extendedOn(), CaseFile.days(notes.extension()));
        dated.sort(Comparator.comparing(Dated::on));
        var file = CaseFile.arrived(
                seed % 2 == 0 ? FilingChannel.SIGNED_POST : FilingChannel.ORDINARY_POST,
                notes.received().minusDays(seed % 2 == 0 ? 0 : seed % 4).toString());
        file.did(RequestAction.CONFIRM, notes.received(), Particulars.NONE);
        dated.forEach(each -> file.did(each.action(), each.on(), each.what()));
        int next = dated.size() + 2;
        for (var letter : notes.letters()) {
            file.did(
                    RequestAction.CONSULT,
                    letter.sent(),
                    CaseFile.consult(next % 2 == 0 ? ConsultedParty.THIRD_PARTY : ConsultedParty.CO_MAKER));
            int number = next++;
            if (letter.delivered() != null) {
                file.did(RequestAction.RECORD_DELIVERY, letter.delivered(), CaseFile.answer(number, null));
                next++;
            }
            if (letter.answered() != null) {
                file.did(RequestAction.RECORD_OPINION, letter.answered(), CaseFile.answer(number, Opinion.CONSENT));
                next++;
            }
        }
        if (notes.ended() != null) {
            file.did(RequestAction.DISPATCH, notes.ended(), Particulars.NONE);
        }
        return file.history();
    }

    private static void add(List<Dated> acts, RequestAction action, @Nullable LocalDate on, Particulars what) {
        if (on != null) {
            acts.add(new Dated(action, on, what));
        }
    }
}

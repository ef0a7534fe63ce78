package org.gongkai.obligation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import org.gongkai.deadline.WorkingCalendar;
import org.gongkai.deadline.WorkingCalendars;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.law.Basis;
import org.gongkai.obligation.FormationOutcome.Result;
import org.gongkai.obligation.FormationStore.Known;
import org.gongkai.obligation.Rule.Pair;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 公开义务的办理：登记信息形成、说明理由。 Registers formations and excuses; every act is refused outside the actor's bodies. */
@Component
@Transactional
public class ObligationDesk {

    /** 登记途径。 */
    public enum Source {
        DESK,
        API,
        IMPORT
    }

    private static final int LONGEST = 500;

    private final FactStore facts;
    private final FormationStore formations;
    private final Settling settling;
    private final Naming naming;
    private final WorkingCalendars calendars;
    private final CurrentActor actors;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ObligationDesk(
            FactStore facts,
            FormationStore formations,
            Settling settling,
            Naming naming,
            WorkingCalendars calendars,
            CurrentActor actors,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.facts = facts;
        this.formations = formations;
        this.settling = settling;
        this.naming = naming;
        this.calendars = calendars;
        this.actors = actors;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * 登记一次信息形成，产生公开义务。
     *
     * @return 登记编号
     * @throws Refused unknown body or item, a day in the future, not owed by this body
     */
    @Basis("OGI-26")
    public long registerFormation(Formation line, Source source) {
        FormationOutcome outcome = register(List.of(line), source).getFirst();
        if (outcome.problem() != null) {
            throw new Refused(outcome.problem());
        }
        return Objects.requireNonNull(outcome.formation());
    }

    /** 成批登记；同一编号再来，内容相同的不动，不同的更正；有问题的行不登记，其余照常。 A batch, idempotent by externalId. */
    @Basis("OGI-26")
    public List<FormationOutcome> importFormations(List<Formation> lines) {
        return importFormations(
                lines, LongStream.rangeClosed(1, lines.size()).boxed().toList(), new HashMap<>());
    }

    /**
     * 一个文件里的一批。
     *
     * @param rows 各行的行号
     * @param seen 这个文件里先前出现过的，和它的行号；本批的会加进去
     */
    List<FormationOutcome> importFormations(List<Formation> lines, List<Long> rows, Map<Object, Long> seen) {
        facts.lock();
        return new Batch(lines, Source.IMPORT, rows, seen).register();
    }

    private List<FormationOutcome> register(List<Formation> lines, Source source) {
        facts.lock();
        return new Batch(lines, source, List.of(), new HashMap<>()).register();
    }

    /** 一批登记。 */
    private final class Batch {

        private final List<Naming.Named> named;
        private final List<Formation> lines;
        private final Source source;
        private final LocalDate today = LocalDate.now(clock);
        private final WorkingCalendar calendar = calendars.current();
        private final Map<Integer, FormationOutcome> outcomes = new HashMap<>();
        private final Set<Group> touched = new HashSet<>();
        private final List<Integer> added = new ArrayList<>();
        private final List<Formation> fresh = new ArrayList<>();
        private final List<Slot> slots = new ArrayList<>();
        private final List<Known> changed = new ArrayList<>();
        private final List<Long> rows;
        private final Map<Object, Long> seen;

        Batch(List<Formation> lines, Source source, List<Long> rows, Map<Object, Long> seen) {
            this.rows = rows;
            this.seen = seen;
            this.named = naming.resolve(lines);
            this.lines = named.stream().map(Naming.Named::line).toList();
            this.source = source;
        }

        List<FormationOutcome> register() {
            Set<Pair> pairs = new HashSet<>();
            lines.forEach(line -> pairs.add(new Pair(line.item(), line.body())));
            Map<Pair, Rules> rules = facts.rules(pairs);
            Map<Object, Known> known =
                    formations.known(lines.stream().filter(this::recognisable).toList());
            for (int i = 0; i < lines.size(); i++) {
                sort(i, lines.get(i), rules, known);
            }
            write();
            List<FormationOutcome> all = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
                all.add(Objects.requireNonNull(outcomes.get(i)));
            }
            return all;
        }

        /** 手工登记没有编号的，登记两次就是两次；导入的，导入两次等于一次。 */
        private boolean recognisable(Formation line) {
            return line.externalId() != null || source == Source.IMPORT;
        }

        private void sort(int i, Formation line, Map<Pair, Rules> rules, Map<Object, Known> known) {
            Pair pair = new Pair(line.item(), line.body());
            Rules chain = rules.get(pair);
            Slot slot = chain == null ? null : chain.slot(line.formedOn(), null, calendar);
            Refusal problem = problem(i, chain);
            if (problem != null || slot == null) {
                outcomes.put(
                        i,
                        FormationOutcome.rejected(
                                problem == null
                                        ? Refusal.of("obligation.notOwed", line.item(), line.body())
                                        : problem));
                return;
            }
            if (recognisable(line) && repeats(i, line)) {
                return;
            }
            Known old = recognisable(line) ? known.get(FormationStore.key(line)) : null;
            if (old == null) {
                added.add(i);
                fresh.add(line);
                slots.add(slot);
                touched.add(new Group(pair, slot));
            } else if (old.line().equals(line)) {
                outcomes.put(i, new FormationOutcome(Result.UNCHANGED, old.id(), null));
            } else {
                change(i, old, line, new Group(pair, slot));
            }
        }

        /** 同一份文件里再次出现，不论隔了多少批：编号重复的退回；没有编号而内容全同的，不再登记。 */
        private boolean repeats(int i, Formation line) {
            Long first = rows.isEmpty() ? null : seen.putIfAbsent(FormationStore.key(line), rows.get(i));
            if (first == null) {
                return false;
            }
            outcomes.put(
                    i,
                    line.externalId() == null
                            ? new FormationOutcome(Result.UNCHANGED, null, null)
                            : FormationOutcome.rejected(
                                    Refusal.of("obligation.twiceInFile", line.externalId(), first)));
            return true;
        }

        private void change(int i, Known old, Formation line, Group group) {
            if (!actors.get().reaches(old.pair().body())) {
                outcomes.put(i, FormationOutcome.rejected(Refusal.of("obligation.notYourBody", line.body())));
                return;
            }
            if (old.slot() != null) {
                touched.add(new Group(old.pair(), old.slot()));
            }
            touched.add(group);
            changed.add(new Known(old.id(), group.pair(), group.slot(), line));
            outcomes.put(i, new FormationOutcome(Result.CHANGED, old.id(), null));
        }

        private @Nullable Refusal problem(int i, @Nullable Rules chain) {
            Formation line = lines.get(i);
            Refusal unknown = named.get(i).problem();
            if (unknown != null) {
                return unknown;
            }
            if (line.title().isBlank() || line.title().length() > LONGEST) {
                return Refusal.of("obligation.titleNeeded", LONGEST);
            }
            if (line.formedOn().isAfter(today) || line.formedOn().isBefore(WorkingCalendar.FIRST)) {
                return Refusal.of("obligation.formedOnOutOfRange", line.formedOn());
            }
            if (chain == null || chain.endedOn() != null) {
                return naming.whyNotOwed(line);
            }
            return actors.get().reaches(line.body()) ? null : Refusal.of("obligation.notYourBody", line.body());
        }

        private void write() {
            List<Long> ids = fresh.isEmpty()
                    ? List.of()
                    : formations.add(fresh, slots, source.name(), actors.get().account(), OffsetDateTime.now(clock));
            for (int i = 0; i < ids.size(); i++) {
                outcomes.put(added.get(i), new FormationOutcome(Result.ADDED, ids.get(i), null));
            }
            if (!changed.isEmpty()) {
                formations.change(changed);
            }
            settling.settle(touched, today, calendar);
            record(ids);
        }

        private void record(List<Long> ids) {
            List<Long> all = new ArrayList<>(ids);
            changed.forEach(one -> all.add(one.id()));
            if (!all.isEmpty()) {
                String body = fresh.isEmpty()
                        ? changed.getFirst().line().body()
                        : fresh.getFirst().body();
                events.publishEvent(new FormationsRegistered(source.name(), all.size() == 1 ? body : "", all));
            }
        }
    }

    /**
     * 说明一条待公开的义务为什么不公开，例如“本期无新增”。
     *
     * @throws Refused not open any more, no reason, not this body, not this duty
     */
    @Basis("OGI-26")
    public void excuse(long obligation, Excuse excuse, String reason) {
        facts.lock();
        var actor = actors.get();
        if (!actor.has(Duty.LIAISON) && !actor.has(Duty.SECTION_HEAD) && !actor.has(Duty.OFFICE)) {
            throw new Refused(Refusal.of("obligation.notYourDuty"));
        }
        String words = reason.strip();
        if (words.isEmpty() || words.length() > LONGEST) {
            throw new Refused(Refusal.of("obligation.reasonNeeded", LONGEST));
        }
        Obligation known = jdbc.sql("select * from obligation.obligation where id = ?")
                .param(obligation)
                .query((row, n) -> Obligations.obligation(row))
                .optional()
                .orElseThrow(() -> Refused.missing("obligation.unknown"));
        if (known.state() != ObligationState.OPEN) {
            throw new Refused(Refusal.of(
                    "obligation.notOpen", "obligation.state." + known.state().name()));
        }
        if (!excuse.fits(known.kind())) {
            throw new Refused(Refusal.of("obligation.excuseDoesNotFit", "obligation.excuse." + excuse.name())
                    .basis(known.item()));
        }
        jdbc.sql(
                        "update obligation.obligation set excused_on = ?, excused_by = ?, excuse = ?, excuse_reason = ? where id = ?")
                .param(LocalDate.now(clock))
                .param(actor.account())
                .param(excuse.name())
                .param(words)
                .param(obligation)
                .update();
        events.publishEvent(new ObligationExcused(obligation, known.body(), known.item(), excuse, words));
    }
}

package org.gongkai.obligation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gongkai.catalogue.SubjectArea;
import org.gongkai.obligation.spi.StatutoryDuties;
import org.gongkai.obligation.spi.StatutoryDuties.Duty;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 法律直接定的义务记进账：只写有变化的；过了最后一日的，机构撤销了也不抹掉。
 *
 * <p>Makes the ledger what the duties say, writing differences only. An overdue duty stays, whatever becomes of the body.
 */
@Component
class StatutoryLedger {

    private final List<StatutoryDuties> kinds;
    private final FactStore facts;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StatutoryLedger(
            ObjectProvider<StatutoryDuties> kinds,
            FactStore facts,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.kinds = kinds.orderedStream().toList();
        this.facts = facts;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** 哪一种；不是法定义务的为空。 */
    Optional<StatutoryDuties> kind(Obligation one) {
        return one.kind() == ObligationKind.STATUTORY
                ? kinds.stream().filter(each -> each.item().equals(one.item())).findFirst()
                : Optional.empty();
    }

    private record Key(String body, LocalDate startsOn) {}

    private record Entry(
            long id,
            Key key,
            String title,
            LocalDate dueOn,
            @Nullable LocalDate metOn,
            @Nullable LocalDate endedOn) {

        boolean says(Duty duty) {
            return title.equals(duty.title())
                    && dueOn.equals(duty.dueOn())
                    && Objects.equals(metOn, duty.metOn())
                    && endedOn == null;
        }
    }

    /** 记账；没有变化的什么也不写。 */
    void settle() {
        facts.lock();
        kinds.forEach(this::settle);
    }

    /** 只记一种，别的没有变。 @param item 事项代码 */
    void settle(String item) {
        facts.lock();
        kinds.stream().filter(kind -> kind.item().equals(item)).forEach(this::settle);
    }

    private void settle(StatutoryDuties kind) {
        LocalDate today = LocalDate.now(clock);
        Map<Key, Entry> entered = entered(kind.item());
        Map<String, LocalDate> since = new HashMap<>();
        entered.keySet()
                .forEach(key ->
                        since.merge(key.body(), key.startsOn(), (one, other) -> one.isBefore(other) ? one : other));
        int added = 0;
        int changed = 0;
        for (Duty duty : kind.owed(since, today)) {
            Entry old = entered.remove(new Key(duty.body(), duty.startsOn()));
            if (old == null) {
                enter(kind, duty);
                added++;
            } else if (!old.says(duty)) {
                change(old.id(), duty);
                changed++;
            }
        }
        int ended = end(entered, today);
        if (added + changed + ended > 0) {
            events.publishEvent(new StatutoryDutiesEntered(kind.item(), added, changed, ended));
        }
    }

    private Map<Key, Entry> entered(String item) {
        Map<Key, Entry> entered = new LinkedHashMap<>();
        jdbc.sql("select * from obligation.obligation where kind = 'STATUTORY' and item = ? order by body, starts_on")
                .param(item)
                .query((row, n) -> new Entry(
                        row.getLong("id"),
                        new Key(row.getString("body"), row.getObject("starts_on", LocalDate.class)),
                        row.getString("title"),
                        row.getObject("due_on", LocalDate.class),
                        row.getObject("met_on", LocalDate.class),
                        row.getObject("ended_on", LocalDate.class)))
                .list()
                .forEach(entry -> entered.put(entry.key(), entry));
        return entered;
    }

    private void enter(StatutoryDuties kind, Duty duty) {
        String slot = new Slot(true, duty.startsOn()).code();
        jdbc.sql("""
                        insert into obligation.obligation (body, item, area, name, kind, key, slot, title, starts_on, due_on, met_on)
                        values (:body, :item, :area, :name, 'STATUTORY', :slot, :slot, :title, :starts, :due, :met)
                        """)
                .param("body", duty.body())
                .param("item", kind.item())
                .param("area", SubjectArea.OTHER)
                .param("name", kind.name())
                .param("slot", slot)
                .param("title", duty.title())
                .param("starts", duty.startsOn())
                .param("due", duty.dueOn())
                .param("met", duty.metOn())
                .update();
    }

    private void change(long id, Duty duty) {
        jdbc.sql("update obligation.obligation set title = ?, due_on = ?, met_on = ?, ended_on = null where id = ?")
                .param(duty.title())
                .param(duty.dueOn())
                .param(duty.metOn())
                .param(id)
                .update();
    }

    /** 最后一日还没有过、也没有办的，不再要求。 */
    private int end(Map<Key, Entry> rest, LocalDate today) {
        int ended = 0;
        for (Entry one : rest.values()) {
            if (one.endedOn() == null && one.metOn() == null && !one.dueOn().isBefore(today)) {
                ended += jdbc.sql("update obligation.obligation set ended_on = ? where id = ?")
                        .param(today)
                        .param(one.id())
                        .update();
            }
        }
        return ended;
    }
}

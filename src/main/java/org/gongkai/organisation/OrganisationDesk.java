package org.gongkai.organisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gongkai.identity.CurrentActor;
import org.gongkai.law.Basis;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 机构名录：导入、修改、编制公开指南。 Verbs on the register of bodies (R-DUTY-06) and their guides (R-GUIDE-01). */
@Service
@Transactional
public class OrganisationDesk {

    private static final int LONGEST = 4000;

    private final PublicBodies bodies;
    private final OrganisationStore store;
    private final CurrentActor current;
    private final ApplicationEventPublisher events;

    OrganisationDesk(
            PublicBodies bodies, OrganisationStore store, CurrentActor current, ApplicationEventPublisher events) {
        this.bodies = bodies;
        this.store = store;
        this.current = current;
        this.events = events;
    }

    /**
     * 导入机构名录。拒绝的行不写，其余照写；同一文件再导入一次什么都不变。
     *
     * <p>Imports the table {@code code, name, aliases, parent, level}. Kind and function words come from the name; those of a body
     * whose name stays are kept as somebody may have corrected them.
     *
     * @param rows 整张表，含表头
     * @param dryRun 只预览
     * @throws Refused 没有认得的表头
     */
    public BodiesImport importBodies(List<List<String>> rows, boolean dryRun) {
        store.lock();
        var judge = new BodyJudge(bodies.all());
        var judged = judge.judge(BodyRows.read(rows));
        if (!dryRun) {
            write(judge);
        }
        return judged;
    }

    /** 手工新增或修改一个机构。 */
    public void save(PublicBody body) {
        store.lock();
        var judge = new BodyJudge(bodies.all());
        String parent = body.parent();
        var draft = new BodyRows.Draft(
                1,
                body.code(),
                body.name(),
                body.aliases(),
                parent == null ? "" : parent,
                body.level().name(),
                body.organisationCode());
        var problem = judge.judge(List.of(draft)).rows().getFirst().problem();
        if (problem != null) {
            throw new Refused(problem.refusal());
        }
        boolean added = judge.isNew(body.code());
        store.save(List.of(body));
        events.publishEvent(
                new BodiesChanged(added ? List.of(body.code()) : List.of(), added ? List.of() : List.of(body.code())));
    }

    /** 编制、更新公开指南。 */
    @Basis("OGI-12")
    public void save(Guide guide) {
        var body = bodies.find(guide.body())
                .filter(found -> current.get().reaches(found.code()))
                .orElseThrow(() -> Refused.missing("organisation.unknown", guide.body()));
        if (!guide.isComplete()) {
            throw new Refused(Refusal.of("organisation.guideIncomplete").basis("OGI-12"));
        }
        if (guide.longest() > LONGEST) {
            throw new Refused(Refusal.of("organisation.guideTooLong", LONGEST));
        }
        store.save(guide);
        events.publishEvent(new GuideSaved(body.code(), body.name()));
    }

    /** 由全称推断的种类和职能词，给表单作初值。 */
    public static BodyKind kindOf(String name, BodyLevel level) {
        return BodyNames.kind(name, level);
    }

    public static Set<String> functionsOf(String name, BodyKind kind) {
        return BodyNames.functions(name, kind);
    }

    private void write(BodyJudge judge) {
        var changes = judge.toWrite();
        if (changes.isEmpty()) {
            return;
        }
        store.save(changes);
        var added = new ArrayList<String>();
        var changed = new ArrayList<String>();
        changes.forEach(body -> (judge.isNew(body.code()) ? added : changed).add(body.code()));
        events.publishEvent(new BodiesChanged(added, changed));
    }
}

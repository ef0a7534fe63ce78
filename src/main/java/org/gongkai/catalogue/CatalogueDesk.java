package org.gongkai.catalogue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.identity.CurrentActor;
import org.gongkai.imports.TableFile;
import org.gongkai.law.Basis;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.organisation.PublicBody;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 标准目录的办理：导入、审核、审定、认定公开主体、因地制宜。 The verbs of the standard catalogue. */
@Service
@Transactional
public class CatalogueDesk {

    private final Versions versions;
    private final Areas areas;
    private final ItemNumbering numbering;
    private final BodyPhrases phrases;
    private final PublicBodies bodies;
    private final CurrentActor current;
    private final ApplicationEventPublisher events;

    CatalogueDesk(
            Versions versions,
            Areas areas,
            ItemNumbering numbering,
            BodyPhrases phrases,
            PublicBodies bodies,
            CurrentActor current,
            ApplicationEventPublisher events) {
        this.versions = versions;
        this.areas = areas;
        this.numbering = numbering;
        this.phrases = phrases;
        this.bodies = bodies;
        this.current = current;
        this.events = events;
    }

    /** 预览一个目录文件，不写入任何内容。 */
    @Transactional(readOnly = true)
    ImportPreview preview(TableFile file, String areaText, String owner) {
        return preview(CatalogueTable.read(file), areaText, owner);
    }

    /** 把文件里读懂的行写进草案（没有草案就从现行版另起一版），返回版本编号和预览。同一文件再来一次，什么也不变。 */
    @Basis("GB54-2019")
    Applied apply(TableFile file, String areaText, String owner, String reason) {
        var table = CatalogueTable.read(file);
        versions.lock(owner(owner));
        var preview = preview(table, areaText, owner);
        if (preview.added() + preview.changed() == 0) {
            return new Applied(0, preview);
        }
        var draft = draft(owner, table.title(), reason);
        var fresh = new HashMap<String, String>();
        int position = versions.nextPosition(draft.id());
        for (Placed placed : preview.placed()) {
            if (placed.change() == Placed.Change.ADDED) {
                String area = areaCode(placed.area(), fresh);
                String code = numbering.next(owner(owner), area, placed.row());
                versions.addItem(
                        code,
                        owner(owner),
                        area + placed.key().substring(placed.key().indexOf('|')),
                        area);
                versions.put(draft.id(), code, position++, placed.row());
            } else if (placed.change() == Placed.Change.CHANGED) {
                versions.put(draft.id(), placed.code(), position++, placed.row());
            }
        }
        events.publishEvent(new CatalogueChanged(
                "catalogue.imported",
                draft.id(),
                "导入目录：新增 " + preview.added() + "，修改 " + preview.changed(),
                Map.of(
                        "file",
                        file.fileName(),
                        "added",
                        preview.added(),
                        "changed",
                        preview.changed(),
                        "rejected",
                        preview.rejected())));
        return new Applied(draft.id(), preview);
    }

    /** 一次导入的结果。 @param version 草案；什么也没变时为零 */
    record Applied(long version, ImportPreview preview) {}

    /** 审核草案；起草人不能审核自己起草的。 */
    @Basis("GB54-2019")
    public void review(long version) {
        var draft = require(version);
        var actor = current.get();
        var next = CatalogueWorkflow.TABLE.next(draft.state(), VersionAction.REVIEW, actor);
        if (draft.author().equals(actor.account()) && !actor.isMachine()) {
            throw new Refused(Refusal.of("catalogue.fourEyes").basis("OGI-17"));
        }
        versions.state(version, next, actor.account(), null, null, actor.isMachine());
        events.publishEvent(new CatalogueChanged("catalogue.reviewed", version, "审核目录草案", Map.of()));
    }

    /** 退回修改，写明理由。 */
    public void sendBack(long version, String reason) {
        var draft = require(version);
        var next = CatalogueWorkflow.TABLE.next(draft.state(), VersionAction.SEND_BACK, current.get());
        if (reason.isBlank()) {
            throw new Refused(Refusal.of("catalogue.reasonNeeded"));
        }
        versions.state(version, next, null, null, null, false);
        events.publishEvent(new CatalogueChanged("catalogue.sentBack", version, "退回目录草案", Map.of("reason", reason)));
    }

    /** 审定并公布；前一版同时失效。 */
    @Basis("GB54-2019")
    public void adopt(long version, LocalDate effectiveFrom) {
        var draft = require(version);
        var actor = current.get();
        var next = CatalogueWorkflow.TABLE.next(draft.state(), VersionAction.ADOPT, actor);
        versions.adopted(draft.owner())
                .ifPresent(old -> versions.state(old.id(), VersionState.SUPERSEDED, null, null, null, false));
        versions.state(version, next, null, actor.account(), effectiveFrom, actor.isMachine());
        events.publishEvent(new CatalogueAdopted(version, draft.owner(), effectiveFrom));
    }

    /** 从草案中撤销一个事项，代码不再使用。 */
    public void withdraw(long version, String item, String reason) {
        var draft = require(version);
        CatalogueWorkflow.TABLE.next(draft.state(), VersionAction.IMPORT, current.get());
        if (reason.isBlank()) {
            throw new Refused(Refusal.of("catalogue.reasonNeeded"));
        }
        versions.withdraw(version, item);
        events.publishEvent(new CatalogueChanged(
                "catalogue.itemWithdrawn", version, "撤销事项 " + item, Map.of("item", item, "reason", reason)));
    }

    /** 另起一版草案，内容与现行版相同。 */
    public long startDraft(String owner, String reason) {
        return draft(owner, "", reason).id();
    }

    /** 认定一种公开主体的写法；以后都照此办理，已导入的也随之改变。 */
    public void resolvePhrase(String phrase, List<String> codesOfBodies) {
        for (String code : codesOfBodies) {
            if (bodies.find(code).isEmpty()) {
                throw new Refused(Refusal.of("catalogue.noSuchBody", code));
            }
        }
        phrases.decide(phrase, codesOfBodies, current.get().account());
        events.publishEvent(new BodyPhraseResolved(phrase, codesOfBodies));
    }

    private ImportPreview preview(CatalogueTable table, String areaText, String owner) {
        var draft = versions.draft(owner(owner)).or(() -> versions.adopted(owner(owner)));
        var items = draft.map(version -> versions.rows(version.id(), text -> Set.of()))
                .orElse(List.of());
        var placing = new Placing(items, versions.keys(owner(owner)));
        var placed = placing.place(table.rows(), areasOf(table, areaText, placing));
        var touched = new LinkedHashSet<String>();
        var inFile = new LinkedHashSet<String>();
        placed.forEach(each -> {
            touched.add(each.area());
            inFile.add(each.code());
        });
        var missing = items.stream()
                .filter(item -> touched.contains(item.area()) && !inFile.contains(item.code()))
                .map(CatalogueItem::code)
                .toList();
        var unresolved = table.rows().stream()
                .map(ReadRow::bodyText)
                .distinct()
                .filter(text -> phrases.resolve(text).isEmpty())
                .toList();
        return new ImportPreview(
                placed,
                table.problems(),
                count(placed, Placed.Change.ADDED),
                count(placed, Placed.Change.CHANGED),
                count(placed, Placed.Change.UNCHANGED),
                (int) table.problems().stream()
                        .filter(problem -> problem.level() == ReadProblem.Level.ERROR)
                        .map(problem -> problem.sheet() + problem.row())
                        .distinct()
                        .count(),
                missing,
                unresolved);
    }

    private List<String> areasOf(CatalogueTable table, String areaText, Placing placing) {
        var rowAreas = new RowAreas(areas.all(), areaText, table.title(), placing);
        return table.rows().stream().map(rowAreas::of).toList();
    }

    private String areaCode(String area, Map<String, String> fresh) {
        return area.startsWith("+")
                ? fresh.computeIfAbsent(
                        area, name -> areas.addLocal(name.substring(1)).code())
                : area;
    }

    private Versions.Version draft(String owner, String title, String reason) {
        var open = versions.draft(owner(owner));
        if (open.isPresent()) {
            if (open.get().state() != VersionState.DRAFT) {
                throw new Refused(Refusal.of("catalogue.underReview"));
            }
            return open.get();
        }
        var old = versions.adopted(owner(owner));
        String name = old.map(Versions.Version::title).orElse(title.isBlank() ? "基层政务公开标准目录" : title);
        var fresh = versions.newDraft(owner(owner), name, reason, current.get().account());
        old.ifPresent(version -> versions.copyRows(version.id(), fresh.id()));
        return fresh;
    }

    /** 没有指明编制机构的，就是区级目录。 */
    private String owner(String owner) {
        return owner.isBlank() ? bodies.root().map(PublicBody::code).orElse("") : owner;
    }

    private Versions.Version require(long version) {
        return versions.find(version).orElseThrow(() -> new Refused(Refusal.of("catalogue.noSuchVersion")));
    }

    private static int count(List<Placed> placed, Placed.Change change) {
        return (int) placed.stream().filter(each -> each.change() == change).count();
    }
}

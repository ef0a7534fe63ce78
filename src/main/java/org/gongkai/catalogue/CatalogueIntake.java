package org.gongkai.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.identity.CurrentActor;
import org.gongkai.imports.TableFile;
import org.gongkai.law.Basis;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 目录文件进来：先预览，什么也不写；再把读懂的行写进草案。 Preview first, then the understood rows go into the draft. */
@Service
@Transactional
class CatalogueIntake {

    private final Versions versions;
    private final Drafts drafts;
    private final Areas areas;
    private final ItemNumbering numbering;
    private final BodyPhrases phrases;
    private final Adjustments adjustments;
    private final CurrentActor current;
    private final ApplicationEventPublisher events;

    CatalogueIntake(
            Versions versions,
            Drafts drafts,
            Areas areas,
            ItemNumbering numbering,
            BodyPhrases phrases,
            Adjustments adjustments,
            CurrentActor current,
            ApplicationEventPublisher events) {
        this.versions = versions;
        this.drafts = drafts;
        this.areas = areas;
        this.numbering = numbering;
        this.phrases = phrases;
        this.adjustments = adjustments;
        this.current = current;
        this.events = events;
    }

    /** 预览一个目录文件，不写入任何内容。 */
    @Transactional(readOnly = true)
    ImportPreview preview(TableFile file, String areaText, String owner) {
        return preview(CatalogueTable.read(file), areaText, drafts.owner(owner));
    }

    /** 把文件里读懂的行写进草案（没有草案就从最近审定的一版另起），返回版本编号和预览。同一文件再来一次，什么也不变。 */
    @Basis("GB54-2019")
    Applied apply(TableFile file, String areaText, String body, String reason) {
        var table = CatalogueTable.read(file);
        String owner = drafts.owner(body);
        versions.lock(owner);
        var preview = preview(table, areaText, owner);
        if (preview.added() + preview.changed() == 0) {
            return new Applied(0, preview);
        }
        var draft = drafts.open(owner, table.title(), reason);
        write(draft.id(), owner, preview.placed(), reason);
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

    /** 同样导入，为的是随即审定：草案里有别人的修改就不导入。 */
    Applied applyAlone(TableFile file, String areaText, String body, String reason) {
        String owner = drafts.owner(body);
        versions.lock(owner);
        drafts.onlyMine(owner);
        return apply(file, areaText, body, reason);
    }

    /** 一次导入的结果。 @param version 草案；什么也没变时为零 */
    record Applied(long version, ImportPreview preview) {}

    private void write(long version, String owner, List<Placed> placed, String reason) {
        var numbers = numbering.numbers(owner);
        var fresh = new HashMap<String, String>();
        var items = new ArrayList<Versions.NewItem>();
        var rows = new ArrayList<Versions.NewRow>();
        var reasons = new ArrayList<Adjustment>();
        int position = versions.nextPosition(version);
        for (Placed each : placed) {
            if (each.change() == Placed.Change.UNCHANGED) {
                continue;
            }
            String code = each.code();
            if (each.change() == Placed.Change.ADDED) {
                String area = areaCode(each.area(), fresh);
                String key = area + each.key().substring(each.key().indexOf('|'));
                code = numbers.next(area, key);
                items.add(new Versions.NewItem(code, owner, key, area));
            }
            rows.add(new Versions.NewRow(version, code, position++, each.row()));
            reasons.add(new Adjustment(
                    version, code, each.change().name(), reason, current.get().account()));
        }
        versions.add(items);
        versions.put(rows);
        adjustments.record(reasons);
    }

    private ImportPreview preview(CatalogueTable table, String areaText, String owner) {
        var items = versions.draft(owner)
                .or(() -> versions.adopted(owner))
                .map(version -> versions.rows(version.id(), _ -> Set.of()))
                .orElse(List.of());
        var placing = new Placing(items, versions.keys(owner));
        var rowAreas = new RowAreas(areas.all(), areaText, table.title(), placing);
        var placed = placing.place(
                table.rows(), table.rows().stream().map(rowAreas::of).toList());
        return new ImportPreview(
                placed,
                table.problems(),
                count(placed, Placed.Change.ADDED),
                count(placed, Placed.Change.CHANGED),
                count(placed, Placed.Change.UNCHANGED),
                rejected(table),
                missing(items, placed),
                unresolved(table));
    }

    private static int rejected(CatalogueTable table) {
        return (int) table.problems().stream()
                .filter(problem -> problem.level() == ReadProblem.Level.ERROR)
                .map(problem -> problem.sheet() + "\n" + problem.row())
                .distinct()
                .count();
    }

    private static List<String> missing(List<CatalogueItem> items, List<Placed> placed) {
        var touched = new LinkedHashSet<String>();
        var inFile = new LinkedHashSet<String>();
        placed.forEach(each -> {
            touched.add(each.area());
            inFile.add(each.code());
        });
        return items.stream()
                .filter(item -> touched.contains(item.area()) && !inFile.contains(item.code()))
                .map(CatalogueItem::code)
                .toList();
    }

    private List<String> unresolved(CatalogueTable table) {
        return table.rows().stream()
                .map(ReadRow::bodyText)
                .distinct()
                .filter(text -> phrases.resolve(text).isEmpty())
                .toList();
    }

    private String areaCode(String area, Map<String, String> fresh) {
        return area.startsWith("+")
                ? fresh.computeIfAbsent(
                        area, name -> areas.addLocal(name.substring(1)).code())
                : area;
    }

    private static int count(List<Placed> placed, Placed.Change change) {
        return (int) placed.stream().filter(each -> each.change() == change).count();
    }
}

package org.gongkai.supervision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.gongkai.catalogue.Catalogues;
import org.gongkai.catalogue.SubjectArea;
import org.gongkai.obligation.Coverage;
import org.gongkai.obligation.ObligationFigures;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.organisation.PublicBody;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 督查的数字：都来自公开义务，一个也不另外填。 All from obligations; nothing is typed in. */
@Component
public class SupervisionFigures {

    private static final Coverage NOTHING = new Coverage(null, null, 0, 0, 0, 0, 0, 0, 0);

    private final ObligationFigures figures;
    private final Catalogues catalogues;
    private final PublicBodies bodies;

    SupervisionFigures(ObligationFigures figures, Catalogues catalogues, PublicBodies bodies) {
        this.figures = figures;
        this.catalogues = catalogues;
        this.bodies = bodies;
    }

    /** @param asOf null for today */
    public HeatMap heatMap(@Nullable LocalDate asOf) {
        Map<String, Map<String, Coverage>> byArea = new TreeMap<>();
        Map<String, Coverage> bodySums = new TreeMap<>();
        Map<String, Coverage> areaSums = new HashMap<>();
        Coverage total = NOTHING;
        for (Coverage cell : figures.coverage(asOf)) {
            String body = Objects.requireNonNull(cell.body());
            String area = Objects.requireNonNull(cell.area());
            byArea.computeIfAbsent(area, _ -> new HashMap<>()).put(body, cell);
            bodySums.merge(body, cell, SupervisionFigures::plus);
            areaSums.merge(area, cell, SupervisionFigures::plus);
            total = plus(total, cell);
        }
        Map<String, String> areaNames = areaNames();
        List<HeatMap.Head> columns = new ArrayList<>();
        bodySums.forEach((body, sum) -> columns.add(new HeatMap.Head(body, bodyName(body), sum)));
        List<HeatMap.Row> rows = new ArrayList<>();
        byArea.forEach((area, cells) -> {
            List<@Nullable Coverage> row = new ArrayList<>();
            columns.forEach(column -> row.add(cells.get(column.code())));
            var head = new HeatMap.Head(
                    area, areaNames.getOrDefault(area, area), Objects.requireNonNull(areaSums.get(area)));
            rows.add(new HeatMap.Row(head, row));
        });
        return new HeatMap(columns, rows, total);
    }

    public Map<String, String> areaNames() {
        Map<String, String> names = new LinkedHashMap<>();
        for (SubjectArea area : catalogues.areas()) {
            names.put(area.code(), area.name());
        }
        return names;
    }

    public String bodyName(String code) {
        return bodies.find(code).map(PublicBody::shortName).orElse(code);
    }

    private static Coverage plus(Coverage one, Coverage other) {
        return new Coverage(
                one.body(),
                one.area(),
                one.itemsOwed() + other.itemsOwed(),
                one.itemsCovered() + other.itemsCovered(),
                one.open() + other.open(),
                one.overdue() + other.overdue(),
                one.metOnTime() + other.metOnTime(),
                one.metLate() + other.metLate(),
                one.excused() + other.excused());
    }
}

package org.gongkai.search;

import java.time.LocalDate;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.gongkai.search.SearchDocument.Lifetime;
import org.jspecify.annotations.Nullable;

/** 有效期间存为日子，有效性按提问的那一天判断，不必天天重建。 Stores days; validity is judged when asked, for the day asked. */
final class Lifetimes {

    private static final int NEVER = Integer.MAX_VALUE;
    private static final int ALWAYS = Integer.MIN_VALUE;

    private Lifetimes() {}

    static void add(Lifetime from, Document to) {
        add(Fields.EFFECTIVE, from.effectiveOn(), ALWAYS, to);
        add(Fields.UNTIL, from.validUntil(), NEVER, to);
        add(Fields.REPEALED, from.repealedOn(), NEVER, to);
        boolean stated = from.effectiveOn() != null || from.validUntil() != null;
        to.add(new IntPoint(Fields.STATED, stated ? 1 : 0));
    }

    private static void add(String field, @Nullable LocalDate day, int otherwise, Document to) {
        to.add(new IntPoint(field, day == null ? otherwise : Question.day(day)));
        if (day != null) {
            to.add(new StoredField(field, Question.day(day)));
        }
    }

    static Lifetime of(Document document) {
        return new Lifetime(
                day(document.getField(Fields.EFFECTIVE)),
                day(document.getField(Fields.UNTIL)),
                day(document.getField(Fields.REPEALED)));
    }

    private static @Nullable LocalDate day(@Nullable IndexableField field) {
        return field == null ? null : LocalDate.ofEpochDay(field.numericValue().longValue());
    }

    static Query filter(SearchQuery.Validity wanted) {
        int day = Question.day(wanted.on());
        Query standing = from(Fields.REPEALED, day + 1);
        Query running = from(Fields.UNTIL, day);
        Query begun = to(Fields.EFFECTIVE, day);
        Query stated = IntPoint.newExactQuery(Fields.STATED, 1);
        return switch (wanted.state()) {
            case REPEALED -> to(Fields.REPEALED, day);
            case EXPIRED -> all(standing, to(Fields.UNTIL, day - 1));
            case NOT_YET_EFFECTIVE -> all(standing, running, from(Fields.EFFECTIVE, day + 1));
            case IN_FORCE -> all(standing, running, begun, stated);
            case UNSTATED -> all(standing, IntPoint.newExactQuery(Fields.STATED, 0));
        };
    }

    private static Query from(String field, int day) {
        return IntPoint.newRangeQuery(field, day, Integer.MAX_VALUE);
    }

    private static Query to(String field, int day) {
        return IntPoint.newRangeQuery(field, Integer.MIN_VALUE, day);
    }

    private static Query all(Query... conditions) {
        var all = new BooleanQuery.Builder();
        for (Query condition : conditions) {
            all.add(condition, Occur.FILTER);
        }
        return all.build();
    }
}

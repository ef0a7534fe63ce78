package org.gongkai.search;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TotalHits;
import org.gongkai.ui.Asked;
import org.jspecify.annotations.Nullable;

/** 一次检索：取前几条、数到一千为止、标出命中的字。 One search on one snapshot of the index. */
final class Searching {

    private static final int COUNT_UP_TO = 1000;
    private static final Sort BY_RELEVANCE =
            new Sort(SortField.FIELD_SCORE, new SortField(Fields.ID, SortField.Type.STRING));
    private static final Sort NEWEST = new Sort(
            new SortField(Fields.DAY, SortField.Type.LONG, true), new SortField(Fields.ID, SortField.Type.STRING));

    private final IndexSearcher searcher;
    private final SearchQuery query;
    private final @Nullable Query ranked;
    private final Query whole;
    private final Highlights highlights;

    Searching(IndexSearcher searcher, Question question, SearchQuery query) {
        this.searcher = searcher;
        this.query = query;
        this.ranked = question.ranked(query.text());
        this.whole = question.filtered(query, ranked);
        this.highlights = new Highlights(ranked);
    }

    SearchPage page() throws IOException {
        boolean newest = query.newestFirst() || ranked == null;
        int size = Math.clamp(query.size(), 1, Asked.LONGEST_PAGE);
        var found = searcher.search(
                whole, new TopFieldCollectorManager(newest ? NEWEST : BY_RELEVANCE, size, after(newest), COUNT_UP_TO));
        var hits = new ArrayList<SearchHit>(found.scoreDocs.length);
        for (ScoreDoc each : found.scoreDocs) {
            hits.add(hit(searcher.storedFields().document(each.doc)));
        }
        boolean capped = found.totalHits.relation() == TotalHits.Relation.GREATER_THAN_OR_EQUAL_TO;
        int total = (int) Math.min(found.totalHits.value(), Integer.MAX_VALUE);
        String next =
                found.scoreDocs.length < size ? null : SearchCursor.write((FieldDoc) found.scoreDocs[size - 1], newest);
        return new SearchPage(hits, capped ? COUNT_UP_TO : total, capped, next);
    }

    private SearchHit hit(Document document) {
        var day = document.getField(Fields.DAY);
        return new SearchHit(
                document.get(Fields.ID),
                document.get(Fields.TYPE),
                highlights.title(document.get(Fields.TITLE)),
                highlights.snippet(document.get(Fields.TEXT)),
                document.get(Fields.NUMBER),
                document.get(Fields.BODY),
                document.get(Fields.AREA),
                day == null ? null : LocalDate.ofEpochDay(day.numericValue().longValue()),
                Lifetimes.of(document),
                document.get(Fields.URL));
    }

    private @Nullable FieldDoc after(boolean newest) {
        return query.after() == null ? null : SearchCursor.read(query.after(), newest);
    }
}

package org.gongkai.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** 把居民的话变成检索式：切成字对和词，标题更重，字号优先，口语换成公文用语。 Turns a resident's words into a Lucene query. */
final class Question {

    private static final Pattern QUOTED = Pattern.compile("[\"“”]([^\"“”]+)[\"“”]");
    private static final Pattern NUMBER = Pattern.compile("\\p{IsHan}*〔?\\d{4}〕?\\s*第?\\d+号");
    private static final float TITLE = 3f;
    private static final float SPOKEN = 0.8f;
    private static final float EXACT_NUMBER = 30f;

    private final Analyzer pairs;
    private final Analyzer words;
    private final Synonyms synonyms;

    Question(Analyzer pairs, Analyzer words, Synonyms synonyms) {
        this.pairs = pairs;
        this.words = words;
        this.synonyms = synonyms;
    }

    /** @return the words to rank by and to highlight, without filters; null when the text holds nothing to look for */
    @Nullable
    Query ranked(String text) {
        String folded = Script.fold(text).strip();
        var query = new BooleanQuery.Builder();
        boolean any = addText(query, folded, 1f);
        for (String official : synonyms.official(folded)) {
            any |= addText(query, official, SPOKEN);
        }
        var number = NUMBER.matcher(folded);
        while (number.find()) {
            query.add(
                    new BoostQuery(new TermQuery(new Term(Fields.NUMBER, number.group())), EXACT_NUMBER), Occur.SHOULD);
        }
        addNumberPairs(query, folded);
        var quoted = QUOTED.matcher(folded);
        while (quoted.find()) {
            query.add(exactly(quoted.group(1)), Occur.MUST);
        }
        return any ? query.build() : null;
    }

    Query filtered(SearchQuery query, @Nullable Query ranked) {
        var whole = new BooleanQuery.Builder();
        whole.add(ranked == null ? MatchAllDocsQuery.INSTANCE : ranked, Occur.MUST);
        filter(whole, Fields.BODY, query.body());
        filter(whole, Fields.AREA, query.area());
        filter(whole, Fields.TYPE, query.type());
        if (query.validity() != null) {
            whole.add(Lifetimes.filter(query.validity()), Occur.FILTER);
        }
        if (query.year() != null) {
            whole.add(IntPoint.newExactQuery(Fields.YEAR, query.year()), Occur.FILTER);
        }
        return whole.build();
    }

    static int day(LocalDate date) {
        return (int) date.toEpochDay();
    }

    private boolean addText(BooleanQuery.Builder query, String text, float weight) {
        boolean any = false;
        for (String pair : cut(pairs, text)) {
            add(query, Fields.TITLE_PAIRS, pair, weight * TITLE);
            add(query, Fields.TEXT_PAIRS, pair, weight);
            any = true;
        }
        for (String word : cut(words, text)) {
            if (word.length() > 1) {
                add(query, Fields.TITLE_WORDS, word, weight * TITLE * 0.5f);
                add(query, Fields.TEXT_WORDS, word, weight * 0.5f);
                any = true;
            }
        }
        return any;
    }

    private void addNumberPairs(BooleanQuery.Builder query, String text) {
        if (text.chars().anyMatch(Character::isDigit)) {
            cut(pairs, text).forEach(pair -> add(query, Fields.NUMBER_TEXT, pair, TITLE));
        }
    }

    /** 字对按原样相连；紧挨数字、字母的单字成不了字对（“第12号公告”），那时词按原样相连也算。 A lone character beside digits makes no pair: words then tell. */
    private Query exactly(String phrase) {
        var either = new BooleanQuery.Builder();
        for (String field : List.of(Fields.TITLE_PAIRS, Fields.TEXT_PAIRS)) {
            either.add(phrase(field, pairs, phrase), Occur.SHOULD);
        }
        for (String field : List.of(Fields.TITLE_WORDS, Fields.TEXT_WORDS)) {
            either.add(phrase(field, words, phrase), Occur.SHOULD);
        }
        return either.build();
    }

    private static Query phrase(String field, Analyzer analyzer, String phrase) {
        var builder = new PhraseQuery.Builder();
        list(analyzer, phrase).forEach(term -> builder.add(new Term(field, term)));
        return builder.build();
    }

    private static void add(BooleanQuery.Builder query, String field, String word, float weight) {
        query.add(new BoostQuery(new TermQuery(new Term(field, word)), weight), Occur.SHOULD);
    }

    private static void filter(BooleanQuery.Builder whole, String field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            whole.add(new TermQuery(new Term(field, value)), Occur.FILTER);
        }
    }

    private static Set<String> cut(Analyzer analyzer, String text) {
        return new LinkedHashSet<>(list(analyzer, text));
    }

    private static List<String> list(Analyzer analyzer, String text) {
        var words = new ArrayList<String>();
        try (var stream = analyzer.tokenStream("", text)) {
            var word = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken() && words.size() < 64) {
                words.add(word.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}

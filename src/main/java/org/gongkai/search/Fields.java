package org.gongkai.search;

import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/** 索引的字段与切词：字二元组保证查全，词典切词提高查准。 Fields of the index and how each is cut into words. */
final class Fields {

    static final String ID = "id";
    static final String TYPE = "type";
    static final String BODY = "body";
    static final String AREA = "area";
    static final String YEAR = "year";
    static final String DAY = "day";
    /** 有效期间的三个日子，没有注明的是最早或最晚的一天；至少注明施行日或者有效期的 STATED 为 1 */
    static final String EFFECTIVE = "effective";

    static final String UNTIL = "until";
    static final String REPEALED = "repealed";
    static final String STATED = "stated";
    static final String NUMBER = "number";
    static final String NUMBER_TEXT = "number.text";
    static final String URL = "url";
    /** 原文，只存不查 */
    static final String TITLE = "title";

    static final String TEXT = "text";
    /** 字二元组 */
    static final String TITLE_PAIRS = "title.pairs";

    static final String TEXT_PAIRS = "text.pairs";
    /** 词 */
    static final String TITLE_WORDS = "title.words";

    static final String TEXT_WORDS = "text.words";

    private Fields() {}

    static Analyzer pairs() {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                var source = new StandardTokenizer();
                return new TokenStreamComponents(
                        source, new CJKBigramFilter(new LowerCaseFilter(new CJKWidthFilter(source))));
            }
        };
    }

    static Analyzer words() {
        return new SmartChineseAnalyzer(CharArraySet.unmodifiableSet(SmartChineseAnalyzer.getDefaultStopSet()));
    }

    static Analyzer all() {
        return new PerFieldAnalyzerWrapper(pairs(), Map.of(TITLE_WORDS, words(), TEXT_WORDS, words()));
    }
}

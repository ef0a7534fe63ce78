package org.gongkai.search;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.util.BytesRef;
import org.gongkai.search.spi.SearchContributor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * 内嵌的 Lucene 索引：一个写入者，发布后立即可查；坏了自己清空重建。
 *
 * <p>One writer, near-real-time readers; each change is committed before it returns. When its files turn out to be broken it starts an
 * empty one and rebuilds it, so that neither a start nor a reader ever stops at it.
 */
final class LuceneIndex implements SearchIndex, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LuceneIndex.class);
    private static final int BATCH = 500;

    private final Analyzer analyzer = Fields.all();
    private final Question question = new Question(Fields.pairs(), Fields.words(), new Synonyms());
    private final Path folder;
    private final Supplier<List<SearchContributor>> contributors;
    private final Executor background;
    private final Set<String> touched = new HashSet<>();
    private volatile OpenIndex open;
    private boolean rebuilding;
    private boolean closed;
    /** 第几次重建：换了新索引或者又一次重建，旧的那次就此停手。 Which rebuild may still write. */
    private long rebuilds;

    /** @param background runs a rebuild that a reader found necessary */
    LuceneIndex(Path folder, Supplier<List<SearchContributor>> contributors, Executor background) {
        this.folder = folder;
        this.contributors = contributors;
        this.background = background;
        this.open = OpenIndex.open(folder, analyzer);
    }

    /** 首次使用、上次没有建完、或者索引丢失后，需要重建。 */
    boolean incomplete() {
        return !open.complete();
    }

    @Override
    public void put(Collection<SearchDocument> documents) {
        change(writer -> {
            note(documents.stream().map(SearchDocument::id).toList());
            add(writer, documents);
        });
    }

    @Override
    public void remove(Collection<String> ids) {
        change(writer -> {
            note(ids);
            writer.deleteDocuments(ids.stream().map(LuceneIndex::key).toArray(Term[]::new));
        });
    }

    /** 重建期间改动过的，不再用重建时读到的旧样子覆盖。 */
    private void note(Collection<String> ids) {
        if (rebuilding) {
            touched.addAll(ids);
        }
    }

    @Override
    public void rebuild() {
        var mine = new AtomicLong();
        change(writer -> {
            mine.set(++rebuilds);
            rebuilding = true;
            touched.clear();
            open.mark(false);
            writer.deleteAll();
        });
        var batch = new ArrayList<SearchDocument>(BATCH);
        for (SearchContributor contributor : contributors.get()) {
            contributor.contribute(document -> {
                batch.add(document);
                if (batch.size() == BATCH) {
                    flush(batch, mine.get());
                }
            });
        }
        flush(batch, mine.get());
        change(writer -> {
            if (rebuilds == mine.get()) {
                rebuilding = false;
                touched.clear();
                open.mark(true);
            }
        });
    }

    @Override
    public SearchPage search(SearchQuery query) {
        return read(searcher -> new Searching(searcher, question, query).page());
    }

    @Override
    public int size() {
        return read(searcher -> searcher.getIndexReader().numDocs());
    }

    @Override
    public synchronized void close() {
        closed = true;
        try {
            open.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void flush(List<SearchDocument> batch, long rebuild) {
        change(writer -> {
            if (rebuilds == rebuild) {
                batch.removeIf(document -> touched.contains(document.id()));
                add(writer, batch);
            }
        });
        batch.clear();
    }

    private static void add(IndexWriter writer, Collection<SearchDocument> documents) throws IOException {
        for (SearchDocument document : documents) {
            writer.updateDocument(key(document.id()), lucene(document));
        }
    }

    private static Term key(String id) {
        return new Term(Fields.ID, id);
    }

    private static Document lucene(SearchDocument from) {
        var to = new Document();
        to.add(new StringField(Fields.ID, from.id(), Field.Store.YES));
        to.add(new SortedDocValuesField(Fields.ID, new BytesRef(from.id())));
        to.add(new StringField(Fields.TYPE, from.type(), Field.Store.YES));
        to.add(new StringField(Fields.BODY, from.body(), Field.Store.YES));
        to.add(new StringField(Fields.AREA, from.area(), Field.Store.YES));
        Lifetimes.add(from.lifetime(), to);
        to.add(new StoredField(Fields.URL, from.url()));
        if (from.publishedOn() != null) {
            to.add(new IntPoint(Fields.YEAR, from.publishedOn().getYear()));
            to.add(new StoredField(Fields.DAY, Question.day(from.publishedOn())));
        }
        to.add(new NumericDocValuesField(
                Fields.DAY, from.publishedOn() == null ? Integer.MIN_VALUE : Question.day(from.publishedOn())));
        to.add(new StoredField(Fields.TITLE, from.title()));
        to.add(new StoredField(Fields.TEXT, from.text()));
        to.add(new StringField(Fields.NUMBER, Script.fold(from.documentNumber()), Field.Store.NO));
        to.add(new StoredField(Fields.NUMBER, from.documentNumber()));
        to.add(new TextField(Fields.NUMBER_TEXT, Script.fold(from.documentNumber()), Field.Store.NO));
        String title = Script.fold(from.title());
        String text = Script.fold(from.text());
        to.add(new TextField(Fields.TITLE_PAIRS, title, Field.Store.NO));
        to.add(new TextField(Fields.TEXT_PAIRS, text, Field.Store.NO));
        to.add(new TextField(Fields.TITLE_WORDS, title, Field.Store.NO));
        to.add(new TextField(Fields.TEXT_WORDS, text, Field.Store.NO));
        return to;
    }

    private synchronized void change(OpenIndex.Change change) {
        OpenIndex now = open;
        try {
            now.change(change);
        } catch (IOException | AlreadyClosedException e) {
            if (now.dead()) {
                heal(now, e);
            }
            throw e instanceof IOException io ? new UncheckedIOException(io) : (AlreadyClosedException) e;
        }
    }

    private <T> T read(OpenIndex.Reading<T> reading) {
        OpenIndex now = open;
        try {
            return now.read(reading);
        } catch (CorruptIndexException | EOFException | NoSuchFileException | AlreadyClosedException broken) {
            heal(now, broken);
            return again(reading);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T again(OpenIndex.Reading<T> reading) {
        try {
            return open.read(reading);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** 换上一个空的，在后台重建。 */
    private synchronized void heal(OpenIndex broken, Exception why) {
        if (open != broken || closed) {
            return; // somebody was faster, or nobody needs it any more
        }
        LOG.warn("检索索引损坏，清空后重建 (the search index is broken, rebuilding it)", why);
        broken.abandon();
        open = OpenIndex.openEmpty(folder, analyzer);
        rebuilding = false;
        rebuilds++;
        background.execute(this::rebuild);
    }
}

package org.gongkai.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.gongkai.search.spi.SearchContributor;

/** 内嵌的 Lucene 索引：一个写入者，发布后立即可查。 One writer, near-real-time readers; each change is committed before it returns. */
final class LuceneIndex implements SearchIndex, AutoCloseable {

    private static final int BATCH = 500;

    private final Analyzer analyzer = Fields.all();
    private final Question question = new Question(Fields.pairs(), Fields.words(), new Synonyms());
    private final Supplier<List<SearchContributor>> contributors;
    private final FSDirectory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final boolean createdEmpty;

    LuceneIndex(Path folder, Supplier<List<SearchContributor>> contributors) {
        this.contributors = contributors;
        try {
            directory = FSDirectory.open(folder);
            createdEmpty = !DirectoryReader.indexExists(directory);
            writer = new IndexWriter(directory, new IndexWriterConfig(analyzer).setRAMBufferSizeMB(32));
            writer.commit();
            searchers = new SearcherManager(writer, new SearcherFactory());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** 首次使用、或索引丢失后，需要重建。 */
    boolean createdEmpty() {
        return createdEmpty;
    }

    @Override
    public void put(Collection<SearchDocument> documents) {
        change(() -> add(documents));
    }

    @Override
    public void remove(Collection<String> ids) {
        change(() -> writer.deleteDocuments(ids.stream().map(LuceneIndex::key).toArray(Term[]::new)));
    }

    @Override
    public void rebuild() {
        change(() -> {
            writer.deleteAll();
            var batch = new ArrayList<SearchDocument>(BATCH);
            for (SearchContributor contributor : contributors.get()) {
                contributor.contribute(document -> {
                    batch.add(document);
                    if (batch.size() == BATCH) {
                        flush(batch);
                    }
                });
            }
            flush(batch);
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
    public void close() {
        try {
            searchers.close();
            writer.close();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void flush(List<SearchDocument> batch) {
        try {
            add(batch);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        batch.clear();
    }

    private void add(Collection<SearchDocument> documents) throws IOException {
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
        to.add(new StringField(Fields.VALIDITY, from.validity(), Field.Store.YES));
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

    private interface Change {
        void run() throws IOException;
    }

    private interface Reading<T> {
        T from(IndexSearcher searcher) throws IOException;
    }

    /** 改动一次：写入、写稳、可查。 */
    private synchronized void change(Change change) {
        try {
            change.run();
            writer.commit();
            searchers.maybeRefreshBlocking();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T read(Reading<T> reading) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return reading.from(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

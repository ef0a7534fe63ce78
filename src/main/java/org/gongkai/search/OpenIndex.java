package org.gongkai.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * 打开着的索引文件：目录、写入者、读取者，一起开一起关；“完整”的标记随提交写下。
 *
 * <p>The files of the index, opened and closed together. A mark written with a commit says that everything is in it; without the mark,
 * after a first use, a crash half-way or a loss, it has to be rebuilt.
 */
final class OpenIndex implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OpenIndex.class);
    private static final String COMPLETE = "complete.2";

    private final FSDirectory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    private OpenIndex(Path folder, Analyzer analyzer) throws IOException {
        directory = FSDirectory.open(folder);
        try {
            writer = new IndexWriter(directory, new IndexWriterConfig(analyzer).setRAMBufferSizeMB(32));
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
        try {
            writer.commit();
            searchers = new SearcherManager(writer, new SearcherFactory());
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * 打开；读不出的（残缺、损坏、别的版本写的）清空后新开。
     *
     * <p>A folder that cannot be read is emptied: the index is only a copy, a start must not depend on it. A folder in use by another
     * process is left alone.
     */
    static OpenIndex open(Path folder, Analyzer analyzer) {
        try {
            return new OpenIndex(folder, analyzer);
        } catch (LockObtainFailedException inUse) {
            throw new UncheckedIOException(inUse);
        } catch (IOException | RuntimeException broken) {
            LOG.warn("检索索引读不出，清空后重建 (the search index cannot be read, rebuilding it)", broken);
            return openEmpty(folder, analyzer);
        }
    }

    /** 清空后打开。 */
    static OpenIndex openEmpty(Path folder, Analyzer analyzer) {
        try {
            try (var files = Files.list(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.delete(file);
                }
            }
            return new OpenIndex(folder, analyzer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** 一次改动。 */
    interface Change {
        void on(IndexWriter writer) throws IOException;
    }

    /** 一次读取。 */
    interface Reading<T> {
        T from(IndexSearcher searcher) throws IOException;
    }

    /** 改、写稳、可查。 Changed, durable and searchable on return. */
    void change(Change change) throws IOException {
        change.on(writer);
        writer.commit();
        searchers.maybeRefreshBlocking();
    }

    <T> T read(Reading<T> reading) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return reading.from(searcher);
        } finally {
            searchers.release(searcher);
        }
    }

    boolean complete() {
        var data = writer.getLiveCommitData();
        if (data != null) {
            for (var entry : data) {
                if (entry.getKey().equals(COMPLETE)) {
                    return Boolean.parseBoolean(entry.getValue());
                }
            }
        }
        return false;
    }

    /** 随下一次提交写下。 */
    void mark(boolean complete) {
        writer.setLiveCommitData(Map.of(COMPLETE, Boolean.toString(complete)).entrySet());
    }

    /** 写入者因为磁盘等原因自己关掉了。 */
    boolean dead() {
        return !writer.isOpen();
    }

    @Override
    public void close() throws IOException {
        try (directory;
                writer) {
            if (searchers != null) {
                searchers.close();
            }
        }
    }

    /** 关掉坏了的，不再写。 */
    void abandon() {
        try (directory) {
            searchers.close();
            writer.rollback();
        } catch (IOException | RuntimeException e) {
            LOG.debug("损坏的检索索引没有关好 (a broken search index would not close)", e);
        }
    }
}

package org.gongkai.search.spi;

import java.util.function.Consumer;
import org.gongkai.search.SearchDocument;

/** 内容的主人：交出自己全部可检索的内容，用来重建索引。 Hands over everything that may be found, when the index is rebuilt. */
public interface SearchContributor {

    /** 逐件交出，内存有界。 Streams in bounded memory; only what is public. */
    void contribute(Consumer<SearchDocument> index);
}

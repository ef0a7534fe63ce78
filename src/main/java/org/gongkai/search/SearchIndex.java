package org.gongkai.search;

import java.util.Collection;

/** 检索索引。 Always rebuildable from the contributors; a lost index is an inconvenience. */
public interface SearchIndex {

    /** 放入或替换；返回时已经可以查到，并且已经写稳。 Adds or replaces by id; searchable and durable on return. */
    void put(Collection<SearchDocument> documents);

    void remove(Collection<String> ids);

    SearchPage search(SearchQuery query);

    /** 从各内容模块重建；重建期间查到的可能不全，期间的改动不会丢。 Rebuilds; meanwhile results may be partial, changes are kept. */
    void rebuild();

    int size();
}

/**
 * 检索：索引、提问、结果；不认识任何业务类型。
 *
 * <p>Full-text search behind one interface, embedded Lucene inside (ADR 0008). Knows documents, questions and hits, no domain type; the
 * owners of content hand over their documents through {@code search::spi}, so that the index can always be rebuilt (OGI art. 24, A-134).
 */
@ApplicationModule(
        displayName = "检索",
        allowedDependencies = {"search::spi"})
@NullMarked
package org.gongkai.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

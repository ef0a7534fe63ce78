package org.gongkai.search;

import java.nio.file.Path;
import org.gongkai.search.spi.SearchContributor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** 索引放在数据目录里；丢了就在启动后重建。 */
@Configuration(proxyBeanMethods = false)
class SearchConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(SearchConfiguration.class);

    @Bean(destroyMethod = "close")
    LuceneIndex searchIndex(@Value("${gongkai.home}") Path home, ObjectProvider<SearchContributor> contributors) {
        return new LuceneIndex(
                home.resolve("search"),
                () -> contributors.orderedStream().toList(),
                work -> Thread.ofVirtual().name("search-rebuild").start(work));
    }

    @Bean
    RebuildWhenLost rebuildWhenLost(LuceneIndex index) {
        return new RebuildWhenLost(index);
    }

    /** A lost or unfinished index is rebuilt in the background, so that the start does not wait for it. */
    record RebuildWhenLost(LuceneIndex index) {

        @EventListener(ApplicationReadyEvent.class)
        void rebuild() {
            if (index.incomplete()) {
                Thread.ofVirtual().name("search-rebuild").start(this::now);
            }
        }

        private void now() {
            try {
                index.rebuild();
                LOG.info("检索索引已重建 (search index rebuilt): {}", index.size());
            } catch (RuntimeException e) {
                LOG.warn("检索索引没有建完，下次启动时再建 (the search index is unfinished, to be rebuilt at the next start)", e);
            }
        }
    }
}

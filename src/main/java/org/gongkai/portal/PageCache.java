package org.gongkai.portal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.gongkai.catalogue.BodyPhraseResolved;
import org.gongkai.catalogue.CatalogueAdapted;
import org.gongkai.catalogue.CatalogueAdopted;
import org.gongkai.catalogue.CatalogueTookEffect;
import org.gongkai.database.AfterCommit;
import org.gongkai.obligation.FormationsRegistered;
import org.gongkai.obligation.ObligationExcused;
import org.gongkai.obligation.ObligationsCompiled;
import org.gongkai.obligation.ObligationsRecomputed;
import org.gongkai.obligation.ObligationsSettled;
import org.gongkai.organisation.BodiesChanged;
import org.gongkai.organisation.GuideSaved;
import org.gongkai.publication.DisclosureCorrected;
import org.gongkai.publication.DisclosurePublished;
import org.gongkai.publication.DisclosureWithdrawn;
import org.gongkai.publication.DisclosuresImported;
import org.gongkai.publication.OutletRecorded;
import org.gongkai.publication.OutletStruck;
import org.gongkai.publication.OutletsImported;
import org.gongkai.report.ReportIssued;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * 公开页面的成品：压缩好的字节。公开、更正、撤回之后全部作废；只变了义务、指南的，列表和目录页作废。
 *
 * <p>Ready bytes of public pages. A record page lives until something is published, corrected or withdrawn (it lists parts and
 * editions), any other page until anything it may show changes, and no page longer than some minutes, so that dates stay true.
 */
@Component
class PageCache {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** 一页成品。 @param headers 固定的响应头 */
    record Ready(byte[] gzip, String etag, List<Map.Entry<String, String>> headers, Moment moment) {}

    /**
     * 开始作页时的公开状态。
     *
     * @param generation grows with anything public, so that lists are fresh
     * @param epoch grows with every publication, correction and withdrawal, so that no record page outlives one
     */
    record Moment(long generation, long epoch) {}

    private final Cache<String, Ready> pages;
    private final AtomicLong generation = new AtomicLong();
    private final AtomicLong epoch = new AtomicLong();

    PageCache(@Value("${gongkai.portal.cache-megabytes:96}") int megabytes) {
        this.pages = Caffeine.newBuilder()
                .maximumWeight(megabytes * 1024L * 1024L)
                .weigher((String key, Ready page) -> page.gzip().length + key.length() * 2 + 512)
                .expireAfterWrite(LONGEST)
                .build();
    }

    @Nullable
    Ready get(String key, boolean record) {
        var page = pages.getIfPresent(key);
        if (page == null || page.moment().epoch() != epoch.get()) {
            return null;
        }
        return record || page.moment().generation() == generation.get() ? page : null;
    }

    void put(String key, Ready page) {
        pages.put(key, page);
    }

    Moment now() {
        return new Moment(generation.get(), epoch.get());
    }

    @EventListener
    void on(DisclosurePublished published) {
        AfterCommit.run(this::everything); // a parent's page lists its parts
    }

    @EventListener
    void on(DisclosureCorrected corrected) {
        AfterCommit.run(this::everything);
    }

    @EventListener
    void on(DisclosureWithdrawn withdrawn) {
        AfterCommit.run(this::everything);
    }

    @EventListener
    void on(DisclosuresImported imported) {
        AfterCommit.run(this::everything);
    }

    @EventListener
    void on(OutletRecorded recorded) {
        AfterCommit.run(this::everything); // a record says where else it was disclosed
    }

    @EventListener
    void on(OutletStruck struck) {
        AfterCommit.run(this::everything);
    }

    @EventListener
    void on(OutletsImported imported) {
        AfterCommit.run(this::everything);
    }

    @EventListener
    void on(CatalogueAdopted adopted) {
        AfterCommit.run(this::everything);
    }

    @EventListener
    void on(CatalogueTookEffect effect) {
        AfterCommit.run(this::everything);
    }

    @EventListener
    void on(CatalogueAdapted adapted) {
        AfterCommit.run(this::everything);
    }

    @EventListener
    void on(BodyPhraseResolved resolved) {
        AfterCommit.run(this::everything);
    }

    @EventListener
    void on(BodiesChanged changed) {
        AfterCommit.run(this::everything);
    }

    @EventListener
    void on(ReportIssued issued) {
        AfterCommit.run(generation::incrementAndGet);
    }

    @EventListener
    void on(GuideSaved saved) {
        AfterCommit.run(generation::incrementAndGet);
    }

    @EventListener
    void on(FormationsRegistered registered) {
        AfterCommit.run(generation::incrementAndGet);
    }

    @EventListener
    void on(ObligationExcused excused) {
        AfterCommit.run(generation::incrementAndGet);
    }

    @EventListener
    void on(ObligationsCompiled compiled) {
        AfterCommit.run(generation::incrementAndGet);
    }

    @EventListener
    void on(ObligationsRecomputed recomputed) {
        AfterCommit.run(generation::incrementAndGet);
    }

    @EventListener
    void on(ObligationsSettled settled) {
        AfterCommit.run(generation::incrementAndGet);
    }

    private void everything() {
        generation.incrementAndGet();
        epoch.incrementAndGet();
        pages.invalidateAll();
    }
}

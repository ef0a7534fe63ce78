package org.gongkai.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gongkai.publication.DisclosureCorrected;
import org.gongkai.publication.DisclosurePublished;
import org.gongkai.publication.DisclosureView;
import org.gongkai.publication.DisclosureWithdrawn;
import org.gongkai.publication.Disclosures;
import org.gongkai.publication.DisclosuresImported;
import org.gongkai.search.SearchDocument;
import org.gongkai.search.SearchIndex;
import org.gongkai.search.spi.SearchContributor;
import org.gongkai.ui.Dates;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** 公开、更正、撤回之后，检索随之更新；索引丢了由这里重新交出全部内容。 Keeps the index in step with what is public. */
@Component
class SearchFeeding implements SearchContributor {

    private static final int BATCH = 500;

    private final Disclosures disclosures;
    private final SearchIndex index;

    SearchFeeding(Disclosures disclosures, SearchIndex index) {
        this.disclosures = disclosures;
        this.index = index;
    }

    @Override
    public void contribute(Consumer<SearchDocument> sink) {
        walk(
                Instant.EPOCH,
                0,
                changes -> changes.forEach(change -> {
                    if (!change.gone()) {
                        document(change.id()).ifPresent(sink);
                    }
                }));
    }

    @ApplicationModuleListener
    void on(DisclosurePublished published) {
        refresh(published.disclosure());
    }

    @ApplicationModuleListener
    void on(DisclosureCorrected corrected) {
        refresh(corrected.disclosure());
    }

    @ApplicationModuleListener
    void on(DisclosureWithdrawn withdrawn) {
        index.remove(List.of(id(withdrawn.disclosure())));
    }

    /** A batch moved in: all that changed since shortly before it. */
    @ApplicationModuleListener
    void on(DisclosuresImported imported) {
        var fresh = new ArrayList<SearchDocument>();
        Stream.concat(imported.added().stream(), imported.changed().stream())
                .forEach(line -> document(line.disclosure()).ifPresent(fresh::add));
        index.put(fresh);
    }

    private void refresh(long disclosure) {
        var document = document(disclosure);
        if (document.isPresent()) {
            index.put(List.of(document.get()));
        } else {
            index.remove(List.of(id(disclosure)));
        }
    }

    private Optional<SearchDocument> document(long id) {
        return disclosures.find(id).map(SearchFeeding::document);
    }

    private static SearchDocument document(DisclosureView view) {
        LocalDate published = LocalDate.ofInstant(view.publishedAt(), Dates.ZONE);
        return new SearchDocument(
                id(view.id()),
                view.type().name(),
                view.title(),
                view.plain(),
                view.documentNumber(),
                view.body(),
                view.area(),
                published,
                "",
                Addresses.record(view.body(), view.indexNumber()));
    }

    private static String id(long disclosure) {
        return "disclosure:" + disclosure;
    }

    private void walk(Instant from, long after, Consumer<List<Disclosures.Change>> each) {
        Instant time = from;
        long id = after;
        List<Disclosures.Change> changes = disclosures.changesAfter(time, id, BATCH);
        while (!changes.isEmpty()) {
            each.accept(changes);
            time = changes.getLast().at();
            id = changes.getLast().id();
            changes = disclosures.changesAfter(time, id, BATCH);
        }
    }
}

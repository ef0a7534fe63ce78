package org.gongkai.publication;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 已公开的信息，供门户、检索、统计查询；只回答已公开的，不看操作人是谁。
 *
 * <p>What is published. Answers the same to everybody; drafts are never in it.
 */
public interface Disclosures {

    /** 按编号取当前公开版。 */
    Optional<DisclosureView> find(long id);

    /**
     * 按门户地址取当前公开版；机构的组织机构代码变了，早先给出的地址仍然有效（R-WEB-10）。
     *
     * <p>By its portal address.
     *
     * @param number 索引号斜线后的一段，例如 2026-00001
     */
    Optional<DisclosureView> find(String body, String number);

    /** 某一版，包括已被取代的。 One edition, superseded ones included. */
    Optional<DisclosureView> edition(long id, int number);

    /** 公开过的全部版本，新的在前。 */
    List<EditionLine> editions(long id);

    Optional<Tombstone> tombstone(long id);

    /** 撤回的，按门户地址。 */
    Optional<Tombstone> tombstone(String body, String number);

    /**
     * 按公开时间从新到旧，游标分页。
     *
     * @param cursor null for the first page
     * @param size 1 to 1000
     */
    Slice<DisclosureLine> list(DisclosureFilter filter, @Nullable String cursor, int size);

    /** 每个机构公开的信息按编号分段，每段 size 条，各段从哪个编号起。 Where each body's runs of so many disclosures begin. */
    List<Run> runs(int size);

    /** 一个机构公开的信息，从一个编号起，按编号，最多 size 条。 */
    List<DisclosureLine> run(String body, long from, int size);

    /** 每个事项最近公开的一条，没有公开过的事项不在其中。 The newest under each item. @param body null for all bodies */
    Map<String, DisclosureLine> newest(Collection<String> items, @Nullable String body);

    /** 所属于它的信息。 Those whose parent it is. */
    List<DisclosureLine> parts(long id);

    /**
     * 自某刻以来公开、更正或撤回的编号，按时间，供重建索引。
     *
     * <p>Ids whose public content changed after (time, id), oldest first; {@code gone} ones are withdrawn.
     */
    List<Change> changesAfter(Instant time, long id, int limit);

    /** 两个版本逐段比较。 Two editions compared paragraph by paragraph. */
    List<ParagraphChange> compare(long id, int older, int newer);

    /** 一条公开信息在检索里的编号。 Its id in the search index. */
    static String indexKey(long id) {
        return "disclosure:" + id;
    }

    /** 检索里的编号是哪一条公开信息；别的内容的为空。 The record behind an id of the index. */
    static Optional<Long> ofIndexKey(String key) {
        return key.matches("disclosure:\\d{1,18}")
                ? Optional.of(Long.valueOf(key.substring(key.indexOf(':') + 1)))
                : Optional.empty();
    }

    /** 一段。 @param from id of its first disclosure */
    record Run(String body, long from) {}

    /**
     * 公开内容的一次变化。
     *
     * @param gone 已撤回
     */
    record Change(long id, Instant at, boolean gone) {}

    /** 一段的变化。 */
    record ParagraphChange(Kind kind, String text) {
        /** 未变、新增、删去。 */
        public enum Kind {
            SAME,
            ADDED,
            REMOVED
        }
    }
}

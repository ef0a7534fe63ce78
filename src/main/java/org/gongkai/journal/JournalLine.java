package org.gongkai.journal;

import java.time.OffsetDateTime;
import java.util.List;
import org.gongkai.law.Term;
import org.jspecify.annotations.Nullable;

/**
 * 一行操作留痕。
 *
 * <p>One line of the journal: who did what to which thing, when, holding which duties and on which basis.
 *
 * @param at 时间
 * @param account 账号
 * @param name 姓名
 * @param duties 当时的岗位
 * @param body 涉及的机构代码
 * @param act 行为代码
 * @param summary 一句话
 * @param details 细节，JSON
 * @param basis 依据的条款代码
 */
@Term("操作留痕")
public record JournalLine(
        long id,
        OffsetDateTime at,
        String account,
        String name,
        List<String> duties,
        @Nullable String body,
        String act,
        String subjectType,
        String subjectId,
        String summary,
        String details,
        List<String> basis) {}

package org.gongkai.obligation;

import java.time.LocalDate;
import org.gongkai.law.Basis;
import org.gongkai.law.Term;
import org.jspecify.annotations.Nullable;

/**
 * 一次信息形成：登记、接口和导入的一行。
 *
 * <p>A piece of information was made or obtained; from that day the limit for disclosing it runs (art. 26).
 *
 * @param externalId 来源系统里的编号，同一编号只登记一次；没有的为空
 * @param body 机构代码，或者全称
 * @param item 事项代码，或者“领域/一级/二级”
 */
@Term("信息形成")
@Basis("OGI-26")
public record Formation(@Nullable String externalId, String body, String item, LocalDate formedOn, String title) {}

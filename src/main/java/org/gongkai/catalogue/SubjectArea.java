package org.gongkai.catalogue;

import java.util.List;
import org.gongkai.law.Term;

/**
 * 领域。
 *
 * <p>A field of government work, such as social assistance, with a catalogue of its own.
 *
 * @param code 代码
 * @param name 名称
 * @param aliases 别名
 * @param ministry 国家主管部门
 * @param enabled 本区是否启用
 */
@Term("领域")
public record SubjectArea(String code, String name, List<String> aliases, String ministry, boolean enabled) {

    /** 其他领域：不属于哪一个试点领域的。 The code of what belongs to none of the areas. */
    public static final String OTHER = "99";
}

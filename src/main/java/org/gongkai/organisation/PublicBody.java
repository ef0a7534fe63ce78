package org.gongkai.organisation;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gongkai.law.Basis;
import org.gongkai.law.Term;
import org.jspecify.annotations.Nullable;

/**
 * 机构，作为公开主体时有公开义务。
 *
 * <p>A public body; as the one named by a catalogue row or the law it owes disclosure (art. 10).
 *
 * @param code 机构代码，稳定不变 stable and never reused
 * @param name 全称
 * @param shortName 简称，没有时与全称相同
 * @param aliases 曾用名、俗称、合署挂牌名
 * @param parent code of the body above it; null for the district government
 * @param level 层级
 * @param kind 种类
 * @param functions 职能词，例如“民政”“教育”，用来认出目录里的“县级民政部门”
 * @param organisationCode 组织机构代码九位，索引号前段（R-LIB-02）；没有时为空串
 */
@Term("行政机关")
@Basis("OGI-10")
public record PublicBody(
        String code,
        String name,
        String shortName,
        List<String> aliases,
        @Nullable String parent,
        BodyLevel level,
        BodyKind kind,
        Set<String> functions,
        String organisationCode) {

    private static final int CREDIT_CODE = 18;
    private static final Set<BodyKind> NOT_ADDRESSED =
            EnumSet.of(BodyKind.VILLAGE, BodyKind.COMMUNITY, BodyKind.ENTERPRISE);

    /**
     * 公众可以向它申请公开：各级政府、部门、街道办事处和法律法规授权的组织；村（居）民委员会、公共企事业单位另有规定（R-REQ-02、R-DUTY-05）。
     *
     * <p>Whether applications for disclosure are addressed to it.
     */
    @Basis("OGI-27")
    public boolean isAddressed() {
        return !NOT_ADDRESSED.contains(kind);
    }

    /**
     * 索引号前段：九位组织机构代码；填的是十八位统一社会信用代码时取第九至十七位（GB 32100）；都没有时用机构代码。
     *
     * <p>The part of an index number before the slash.
     */
    @Basis("OGI-10")
    public String indexFront() {
        String written = organisationCode.replaceAll("[-\\s]", "");
        if (written.isEmpty()) {
            return code;
        }
        return written.length() == CREDIT_CODE ? written.substring(8, 17) : written;
    }
}

package org.gongkai.request;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.law.Basis;

/**
 * 要什么信息、怎样提供；名称、文号、特征描述有一样能找到即可（R-REQ-04）。申请更正的：哪条记录、哪里不准确、应当是什么（R-REQ-22）。
 *
 * <p>What is asked for. A name, a document number <em>or</em> a description is enough. For a rectification they name the record and say
 * what is wrong with it.
 *
 * @param title 名称
 * @param number 文号
 * @param description 便于查询的特征描述；申请更正的，哪里不准确
 * @param shouldBe 应当更正为什么；申请公开的为空串
 */
@Basis({"OGI-29", "OGI-41"})
public record Wanted(
        CaseKind caseKind,
        String title,
        String number,
        String description,
        String shouldBe,
        SupplyForm form,
        SupplyRoute route) {

    /** 申请公开。 */
    public Wanted(String title, String number, String description, SupplyForm form, SupplyRoute route) {
        this(CaseKind.DISCLOSURE, title, number, description, "", form, route);
    }

    /** 提供的形式。 */
    public enum SupplyForm {
        PAPER,
        ELECTRONIC,
        INSPECTION
    }

    /** 获取的途径。 */
    public enum SupplyRoute {
        POST,
        EMAIL,
        ONLINE,
        COUNTER,
        FAX
    }

    /** 给不办这件的人看的：要更正的内容说的是申请人自己，不给看。 What those see who do not handle the case. */
    public Wanted masked() {
        return caseKind == CaseKind.DISCLOSURE ? this : new Wanted(caseKind, title, number, "", "", form, route);
    }

    /** 列表里的一行。 */
    public String headline() {
        return !title.isEmpty() ? title : !number.isEmpty() ? number : description;
    }

    /** 名称、文号、描述，有的都写上。 All that was filled in, for letters. */
    public String inFull() {
        return Stream.of(title, number, description)
                .filter(part -> !part.isEmpty())
                .distinct()
                .collect(Collectors.joining("；"));
    }

    @Override
    public String toString() {
        return "Wanted[" + caseKind + ", " + form + ", " + route + "]";
    }
}

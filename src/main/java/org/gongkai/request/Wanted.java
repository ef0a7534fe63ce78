package org.gongkai.request;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.law.Basis;

/**
 * 要什么信息、怎样提供；名称、文号、特征描述有一样能找到即可（R-REQ-04）。
 *
 * <p>What is asked for. A name, a document number <em>or</em> a description is enough.
 *
 * @param title 名称
 * @param number 文号
 * @param description 便于查询的特征描述
 */
@Basis("OGI-29")
public record Wanted(String title, String number, String description, SupplyForm form, SupplyRoute route) {

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
        return "Wanted[" + form + ", " + route + "]";
    }
}

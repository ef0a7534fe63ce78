package org.gongkai.portal;

/** 门户的地址：一旦给出就不变（R-WEB-10）。 */
public final class Addresses {

    private Addresses() {}

    /** 一条公开信息的地址，由机构和索引号组成。 */
    public static String record(String body, String indexNumber) {
        return "/xxgk/" + body + "/" + indexNumber.substring(indexNumber.indexOf('/') + 1);
    }

    /** 机构的政府信息公开专栏。 */
    public static String column(String body) {
        return "/xxgk/" + body;
    }

    /** 目录里的一个事项。 */
    public static String item(String area, String code) {
        return "/bzml/" + area + "/" + code;
    }
}

package org.gongkai.portal;

/** 门户的地址：一旦给出就不变（R-WEB-10）。 Addresses of the portal: once given out, they never change. */
public final class Addresses {

    private Addresses() {}

    /** 目录里的一个事项。 */
    public static String item(String area, String code) {
        return "/bzml/" + area + "/" + code;
    }
}

package org.gongkai.request.web;

import java.util.List;

/** 申请表的各问，一页一问。 One question a page, in this order. */
enum ApplyStep {
    /** 向哪个机关申请 */
    BODY("body"),
    /** 需要什么信息 */
    WANTED("title", "number", "description"),
    /** 怎样提供 */
    SUPPLY("form", "route"),
    /** 个人还是单位 */
    KIND("kind"),
    /** 姓名和证件 */
    IDENTITY("name", "identity", "contact"),
    /** 联系方式 */
    CONTACT("phone", "email", "address"),
    /** 核对 */
    CHECK;

    private final List<String> fields;

    ApplyStep(String... fields) {
        this.fields = List.of(fields);
    }

    List<String> fields() {
        return fields;
    }

    ApplyStep next() {
        return values()[Math.min(ordinal() + 1, CHECK.ordinal())];
    }

    /** 第几问。 */
    int number() {
        return ordinal() + 1;
    }
}

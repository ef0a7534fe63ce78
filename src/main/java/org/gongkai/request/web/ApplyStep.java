package org.gongkai.request.web;

import java.util.List;
import org.gongkai.request.CaseKind;

/** 申请表的各问，一页一问。 One question a page, in this order. */
enum ApplyStep {
    /** 申请公开还是更正，向哪个机关 */
    BODY("caseKind", "body"),
    /** 需要什么信息；哪条记录不准确 */
    WANTED("title", "number", "description", "shouldBe"),
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

    /** 这一问的标题；申请更正的问法不同。 */
    String title(CaseKind kind) {
        boolean other = kind == CaseKind.RECTIFICATION && (this == WANTED || this == SUPPLY);
        return "request.apply.step." + name() + (other ? "." + kind.name() : "");
    }

    ApplyStep next() {
        return values()[Math.min(ordinal() + 1, CHECK.ordinal())];
    }

    /** 第几问。 */
    int number() {
        return ordinal() + 1;
    }
}

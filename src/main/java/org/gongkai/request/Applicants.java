package org.gongkai.request;

import java.util.Set;
import org.gongkai.identity.Actor;

/** 申请人作为操作人：没有账号、没有岗位，只碰得到受理机关里自己那一件。 The applicant as an acting person. */
final class Applicants {

    static final String ACCOUNT = "applicant";

    private Applicants() {}

    static Actor of(String body) {
        return new Actor(ACCOUNT, "申请人", null, Set.of(), Set.of(body), false);
    }
}

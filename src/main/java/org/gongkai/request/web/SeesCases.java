package org.gongkai.request.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;
import org.gongkai.identity.Duty;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;

/** 看得到申请的岗位，限于自己单位及下级；页面、接口、菜单用同一份。 Who sees cases, on pages, through the API and in the menu. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@Requires(
        value = {
            Duty.LIAISON,
            Duty.SECTION_HEAD,
            Duty.SECRECY_REVIEWER,
            Duty.SIGNER,
            Duty.OFFICE,
            Duty.WINDOW,
            Duty.LEADER
        },
        scope = Scope.SUBTREE)
@interface SeesCases {

    Set<Duty> DUTIES = Set.of(SeesCases.class.getAnnotation(Requires.class).value());
}

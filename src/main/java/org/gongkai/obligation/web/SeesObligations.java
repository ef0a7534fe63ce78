package org.gongkai.obligation.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;
import org.gongkai.identity.Duty;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;

/** 看得到公开义务的岗位，限于自己单位及下级；页面、接口、菜单用同一份。 Who sees obligations, on pages, through the API and in the menu. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Requires(
        value = {
            Duty.LIAISON,
            Duty.SECTION_HEAD,
            Duty.SECRECY_REVIEWER,
            Duty.SIGNER,
            Duty.OFFICE,
            Duty.LEADER,
            Duty.AUDITOR
        },
        scope = Scope.SUBTREE)
@interface SeesObligations {

    Set<Duty> DUTIES =
            Set.of(SeesObligations.class.getAnnotation(Requires.class).value());
}

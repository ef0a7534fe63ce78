package org.gongkai.identity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * 入口的权限：要哪个岗位（其一即可）、什么数据范围。没有标注的入口使启动失败。
 *
 * <p>Who may call an endpoint: any one of {@code value()}, within {@code scope()}. An endpoint without it stops the start-up.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Requires {

    /** 岗位其一；空表示不要求岗位（仅当范围是 PUBLIC 或 SELF）。 */
    Duty[] value() default {};

    Scope scope();
}

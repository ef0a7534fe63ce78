package org.gongkai.law;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** 法律依据：这一行为遵守的条款，例如 {@code OGI-26}。 The article an act obeys; every code must exist in {@code data/law/statutes.csv}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD})
public @interface Basis {
    String[] value();
}

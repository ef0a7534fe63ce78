package org.gongkai.law;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** 法定术语：一个中文术语对应一个英文类型。 The Chinese statutory term a type stands for; must be in {@code docs/glossary.csv}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Term {
    String value();
}

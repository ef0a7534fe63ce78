package org.gongkai;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * 示范区里的旅程：没有浏览器就跳过；示范区一次给一个旅程用。
 *
 * <p>A journey in the {@link SharedDistrict}. The district is a process of its own, so journeys go on beside the {@link GongkaiTest}
 * classes, which stay one after another; but only one journey at a time.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@EnabledIf(value = "org.gongkai.Visitor#present", disabledReason = "没有 Chromium，浏览器测试跳过 (no Chromium)")
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("district")
@interface InDistrict {}

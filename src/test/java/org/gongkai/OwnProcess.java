package org.gongkai;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * 自己启动一个程序、一个数据库的测试：别的测试不用等它。
 *
 * <p>A test with an application and a database of its own ({@link RunningGongkai}): it runs beside the others, its methods one after
 * another, and one such test at a time.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("own process")
@interface OwnProcess {}

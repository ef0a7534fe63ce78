package org.gongkai;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.gongkai.database.TestDatabase;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;

/**
 * 唯一的集成测试底座：整个应用、真实的 PostgreSQL、可拨动的时钟。
 *
 * <p>The one base of all Spring tests: the whole application on a random port, a database cloned from a migrated template, and a
 * {@link TestClock} that stands still until moved (and is put back after each test). Every class shares one cached context and one
 * database: make your own bodies, items and accounts, and do not count what others may have added. Do not add
 * {@code @MockitoBean}, {@code @TestPropertySource} or the like, they cost a second context.
 *
 * <p>Constructor parameters are injected.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SpringBootTest(
        classes = Gongkai.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"gongkai.home=target/test-home", "gongkai.database.durable=false", "gongkai.demonstration=false"})
@ContextConfiguration(initializers = TestDatabase.class)
@Import(TestClock.Configuration.class)
@AutoConfigureMockMvc
@AutoConfigureRestTestClient
@ExtendWith(TestClock.PutBack.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
public @interface GongkaiTest {}

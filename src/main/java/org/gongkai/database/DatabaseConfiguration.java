package org.gongkai.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.task.TaskDecorator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.modulith.Modulithic;
import org.springframework.util.ClassUtils;

/** 数据库的装配：服务器 → 迁移 → 连接池 → 事务。 Server, then migrations, then the pool: whoever gets the pool gets a migrated database. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final Logger log = LoggerFactory.getLogger(DatabaseConfiguration.class);

    @Bean
    DatabaseServer databaseServer(Environment environment, @Value("${gongkai.home}") Path home) {
        var url = environment.getProperty("spring.datasource.url", "");
        if (url.isBlank()) {
            return EmbeddedPostgres.open(home.resolve("postgres"));
        }
        return new DatabaseServer.External(
                url,
                environment.getProperty("spring.datasource.username", ""),
                environment.getProperty("spring.datasource.password", ""));
    }

    @Bean
    WatchdogHolder postgresWatchdog(DatabaseServer server) {
        return new WatchdogHolder(server instanceof EmbeddedPostgres embedded ? new Watchdog(embedded) : null);
    }

    @Bean
    @ConfigurationProperties("spring.datasource.hikari")
    HikariDataSource dataSource(
            DatabaseServer server,
            ListableBeanFactory beans,
            @Value("${gongkai.database.durable:true}") boolean durable)
            throws IOException {
        boolean asRole = migrate(new ServerDataSource(server), durable, application(beans));
        var pool = new HikariDataSource();
        pool.setDataSource(new ServerDataSource(server));
        pool.setPoolName("gongkai");
        if (asRole) {
            pool.setConnectionInitSql("set role " + ApplicationRole.NAME);
        } else {
            log.warn(
                    "数据库用户不能使用角色 {}：行级权限仍然有效，但防篡改少一层；请让数据库管理员建立该角色并授予此用户"
                            + " (the database user cannot take this role; let an administrator create and grant it)",
                    ApplicationRole.NAME);
        }
        return pool;
    }

    private static Class<?> application(ListableBeanFactory beans) {
        var name = beans.getBeanNamesForAnnotation(Modulithic.class)[0];
        return ClassUtils.getUserClass(Objects.requireNonNull(beans.getType(name)));
    }

    /** @return whether the pool may work as {@link ApplicationRole} */
    static boolean migrate(ServerDataSource owner, boolean durable, Class<?> application) throws IOException {
        try (var connection = owner.connect()) {
            DurableSettings.version(connection);
            if (durable) {
                DurableSettings.check(connection);
            }
            var single = new SingleConnectionDataSource(connection, true);
            new ModuleMigrations(application).run(owner);
            return new ApplicationRole(JdbcClient.create(single)).usable();
        } catch (SQLException e) {
            throw ConnectionTrouble.explain(owner.url(), e);
        } catch (FlywayException e) {
            throw MigrationTrouble.explain(e);
        }
    }

    @Bean
    ScopedTransactionManager transactionManager(
            DataSource dataSource,
            ObjectProvider<RowScope.Source> source,
            ObjectProvider<TransactionManagerCustomizers> customizers) {
        var manager = new ScopedTransactionManager(
                dataSource,
                () -> source.getIfAvailable(() -> () -> RowScope.NOTHING).current());
        customizers.ifAvailable(all -> all.customize(manager));
        return manager;
    }

    /** 异步监听和到点的工作以系统身份运行。 */
    @Bean
    TaskDecorator asSystem() {
        return work -> () -> RowScope.system(work);
    }
}

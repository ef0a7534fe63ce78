package org.gongkai;

import org.springframework.boot.task.ThreadPoolTaskExecutorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * 事后的工作（检索、义务、通知）排队做，同时不超过四件，数据库连接留给正在操作的人。
 *
 * <p>What follows a commit queues behind four workers; without a bound a burst of publications would take every connection.
 */
@Configuration(proxyBeanMethods = false)
class BackgroundConfiguration {

    private static final int WORKERS = 4;

    @Bean({"applicationTaskExecutor", "taskExecutor"})
    ThreadPoolTaskExecutor applicationTaskExecutor(ThreadPoolTaskExecutorBuilder builder) {
        return builder.corePoolSize(WORKERS).maxPoolSize(WORKERS).build();
    }
}

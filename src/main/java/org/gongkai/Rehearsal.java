package org.gongkai;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** 排练：走一遍首页等页面就退出，供 JVM 记录要预先装载的类。 Visits a few pages and leaves; {@code ./gongkai} trains the AOT cache with it. */
@Component
@ConditionalOnProperty("gongkai.rehearsal")
class Rehearsal {

    private static final List<String> PLACES =
            List.of("/", "/xxgk/", "/search?q=公开", "/sign-in", "/assets/gongkai.css");
    private static final Logger log = LoggerFactory.getLogger(Rehearsal.class);

    @EventListener
    void play(ApplicationReadyEvent event) throws InterruptedException {
        var context = event.getApplicationContext();
        var port = context.getEnvironment().getProperty("local.server.port", "");
        try (var client = HttpClient.newHttpClient()) {
            for (var place : PLACES) {
                visit(
                        client,
                        URI.create("http://127.0.0.1:" + port)
                                .resolve(URI.create(place).toASCIIString()));
            }
        }
        Thread.ofPlatform().start(() -> System.exit(SpringApplication.exit(context)));
    }

    private static void visit(HttpClient client, URI place) throws InterruptedException {
        try {
            var answer = client.send(HttpRequest.newBuilder(place).build(), HttpResponse.BodyHandlers.discarding());
            log.info("{} {}", answer.statusCode(), place);
        } catch (IOException e) {
            log.info("{} {}", e, place);
        }
    }
}

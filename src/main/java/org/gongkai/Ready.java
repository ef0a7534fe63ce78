package org.gongkai;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 启动完成后说出网址。 Prints the address when everything is ready. */
@Component
class Ready {

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void tell(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            var host = event.getApplicationContext().getEnvironment().getProperty("server.address", "");
            var name = host.isEmpty() || host.equals("::") || host.equals("0.0.0.0") ? "localhost" : host;
            System.out.printf(
                    "%n公开已就绪：http://%s:%d/ （按 Ctrl-C 停止） Ready; Ctrl-C stops.%n",
                    name.contains(":") ? "[" + name + "]" : name,
                    web.getWebServer().getPort());
        }
    }
}

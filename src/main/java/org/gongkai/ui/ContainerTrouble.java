package org.gongkai.ui;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * 到不了应用的请求（请求行看不懂、请求头太大、地址写法不对）也得到一句中文。
 *
 * <p>What the container refuses before the application sees it gets a small Chinese page or problem+json instead of the container's own
 * report, and no version number.
 */
@Configuration(proxyBeanMethods = false)
class ContainerTrouble {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> plainContainerErrors() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(Report.class.getName());
            }
        });
    }

    /** Made by the container, hence public and without a constructor argument. */
    public static final class Report extends ErrorReportValve {

        private static final int FIRST_ERROR = 400;
        private static final int SERVER_ERROR = 500;

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            int status = response.getStatus();
            if (status < FIRST_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            String uri = request.getRequestURI();
            boolean api = uri != null && uri.startsWith("/api/");
            String sentence = sentence(status);
            String reference = References.fresh();
            String body = (api ? PROBLEM : PAGE)
                    .replace("{sentence}", sentence)
                    .replace("{title}", sentence.substring(0, sentence.indexOf('。')))
                    .replace("{status}", String.valueOf(status))
                    .replace("{reference}", reference);
            try {
                response.setContentType(api ? "application/problem+json" : "text/html;charset=UTF-8");
                response.setHeader("Content-Security-Policy", "default-src 'none'");
                response.setHeader("X-Content-Type-Options", "nosniff");
                response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
                response.finishResponse();
            } catch (IOException | IllegalStateException e) {
                container.getLogger().debug(reference, e);
            }
        }

        private static String sentence(int status) {
            if (status == 431) {
                return "请求头太大。没有保存任何改动；请清除本站的 cookie，或缩短地址后再试。";
            }
            return status >= SERVER_ERROR ? "系统出了差错，已提交成功的内容都在。请稍后再试，或把编号告诉管理员。" : "请求的写法不对，系统看不懂。没有保存任何改动；请从首页重新开始。";
        }

        private static final String PROBLEM =
                "{\"type\":\"about:blank\",\"title\":\"{title}\",\"status\":{status},\"detail\":\"{sentence}\",\"reference\":\"{reference}\"}";
        private static final String PAGE = """
                <!DOCTYPE html>
                <html lang="zh-Hans"><head><meta charset="utf-8"><title>{title}</title>
                <meta name="viewport" content="width=device-width, initial-scale=1"></head>
                <body><main><h1>{title}</h1><p>{sentence}</p><p>编号 {reference}</p><p><a href="/">首页</a></p></main></body></html>
                """;
    }
}

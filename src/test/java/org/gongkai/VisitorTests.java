package org.gongkai;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@DisplayName("浏览器前的人：会数点击，看得出障碍和站外请求")
@EnabledIf(value = "org.gongkai.Visitor#present", disabledReason = "没有 Chromium，浏览器测试跳过 (no Chromium)")
class VisitorTests {

    private static final String BAD = """
            <!doctype html><html><head><title>x</title></head><body style="width:900px"><img src="http://example.invalid/a.png">
            <a href="/next" style="color:#ddd">下一页</a></body></html>""";

    @Test
    @DisplayName("坏页面上三样都看得出来")
    void sees_what_is_wrong() throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] bytes = BAD.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html;charset=utf-8");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try (var visitor =
                Visitor.onPhone("http://127.0.0.1:" + server.getAddress().getPort())) {
            visitor.open("/").click("a");

            assertThat(visitor.clicks()).isEqualTo(1);
            assertThat(visitor.elsewhere()).contains("http://example.invalid/a.png");
            assertThat(visitor.barriers()).anyMatch(one -> one.contains("image-alt"));
            assertThat(visitor.overflow()).isGreaterThan(100);
        } finally {
            server.stop(0);
        }
    }
}

package org.gongkai;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.Executors;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * 默认只在本机服务，IPv4 和 IPv6 都接受。
 *
 * <p>The default address is 127.0.0.1; where the machine has IPv6, [::1] answers too. {@code SERVER_ADDRESS=::} opens both to everybody.
 */
@Configuration(proxyBeanMethods = false)
class LoopbackConfiguration {

    private static final String IPV4 = "127.0.0.1";
    private static final String IPV6 = "::1";

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> bothLoopbacks(
            @Value("${server.address}") String address, @Value("${server.port}") int port) {
        return factory -> {
            if (address.equals(IPV4) && port > 0 && free(port)) {
                factory.addAdditionalConnectors(second(port));
            }
        };
    }

    private static Connector second(int port) {
        var connector = new Connector("org.apache.coyote.http11.Http11NioProtocol");
        connector.setPort(port);
        connector.setProperty("address", IPV6);
        connector.setProperty("compression", "on");
        ((AbstractProtocol<?>) connector.getProtocolHandler()).setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        return connector;
    }

    private static boolean free(int port) {
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName(IPV6), port));
            return true;
        } catch (IOException e) {
            return false; // no IPv6 here, or taken
        }
    }
}

package org.gongkai.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gongkai.database.Sha256;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** 静态资源的带指纹地址：内容一变地址就变，浏览器可以永久缓存。 Fingerprinted addresses of static assets. */
@Component
class Assets {

    private static final Map<String, String> PLACES =
            Map.of("htmx.min.js", "META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js");

    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    String address(String name) {
        return addresses.computeIfAbsent(name, this::fingerprinted);
    }

    byte[] content(String name) throws IOException {
        return resource(name).getContentAsByteArray();
    }

    boolean exists(String name) {
        return resource(name).exists();
    }

    private String fingerprinted(String name) {
        try {
            return "/assets/" + Sha256.hex(content(name)).substring(0, 12) + "/" + name;
        } catch (IOException e) {
            throw new UncheckedIOException("missing asset " + name, e);
        }
    }

    private static ClassPathResource resource(String name) {
        return new ClassPathResource(PLACES.getOrDefault(name, "static/assets/" + name));
    }
}

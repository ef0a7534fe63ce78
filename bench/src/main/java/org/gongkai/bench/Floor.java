package org.gongkai.bench;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the same stack does with nothing on top, in a process of its own: a page from memory, and a page whose row is read from
 * PostgreSQL each time.
 */
@SpringBootApplication
@RestController
public class Floor {

    private final Map<Long, byte[]> memory = new ConcurrentHashMap<>();
    private final JdbcClient database;
    private final String frame = "<p>" + "基层政务公开标准化规范化".repeat(160) + "</p>";

    Floor(JdbcClient database) {
        this.database = database;
    }

    @GetMapping("/memory/{id}")
    void memory(@PathVariable long id, HttpServletResponse answer) throws IOException {
        byte[] page = memory.computeIfAbsent(id, key -> compress(page(key)));
        answer.setHeader("Content-Encoding", "gzip");
        answer.setHeader("ETag", "\"" + id + "\"");
        write(answer, page);
    }

    @GetMapping("/database/{id}")
    void database(@PathVariable long id, HttpServletResponse answer) throws IOException {
        write(answer, page(id).getBytes(StandardCharsets.UTF_8));
    }

    private String page(long id) {
        Map<String, Object> row = database.sql("select id, title, number, body from floor_page where id = ?")
                .param(id)
                .query()
                .singleRow();
        return "<!doctype html><title>" + row.get("title") + "</title><h1>" + row.get("title") + "</h1><p>"
                + row.get("number") + "</p>" + row.get("body") + frame;
    }

    private static void write(HttpServletResponse answer, byte[] bytes) throws IOException {
        answer.setContentType("text/html;charset=UTF-8");
        answer.setContentLength(bytes.length);
        answer.getOutputStream().write(bytes);
    }

    private static byte[] compress(String page) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(page.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    public static void main(String[] arguments) {
        SpringApplication.run(Floor.class, arguments);
    }
}

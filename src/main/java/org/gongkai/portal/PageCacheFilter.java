package org.gongkai.portal;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.gongkai.ui.Display;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** 最先的一道：公开页面有成品就直接给出，不经过会话、权限和模板。 Serves ready public pages before anything else looks at the request. */
final class PageCacheFilter implements Filter {

    private static final Pattern RECORD = Pattern.compile("/xxgk/[^/]+/\\d{4}-\\d+(?:[/.].*)?");
    private static final Pattern DAY = Pattern.compile("asOf=\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern COLUMN = Pattern.compile("/xxgk/[^/]+/(?:nr|zd|nb)");
    private static final Pattern FURTHER = Pattern.compile("heading=\\d{2}|cursor=[\\w-]{1,80}(?:&heading=\\d{2})?");
    private static final int LARGE = 512 * 1024;
    private static final Set<String> EXACTLY = Set.of("/", "/ysq", "/xxgk", "/bzml", "/jz");
    private static final List<String> BELOW = List.of("/xxgk/", "/bzml/", "/about/");

    private final PageCache cache;

    PageCacheFilter(PageCache cache) {
        this.cache = cache;
    }

    @Override
    public void doFilter(ServletRequest rawRequest, ServletResponse rawResponse, FilterChain chain)
            throws IOException, ServletException {
        var request = (HttpServletRequest) rawRequest;
        var response = (HttpServletResponse) rawResponse;
        String key = key(request);
        if (key == null) {
            chain.doFilter(request, response);
            return;
        }
        boolean record = RECORD.matcher(request.getRequestURI()).matches();
        var ready = cache.get(key, record);
        if (ready != null) {
            serve(ready, request, response);
        } else {
            render(key, request, response, chain);
        }
    }

    private void render(String key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var moment = cache.now();
        var wrapper = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, wrapper);
        String type = wrapper.getContentType();
        boolean html = type != null && type.startsWith("text/html");
        if (wrapper.getStatus() != HttpServletResponse.SC_OK || !html || wrapper.getHeader("Set-Cookie") != null) {
            wrapper.copyBodyToResponse();
            return;
        }
        byte[] body = wrapper.getContentAsByteArray();
        var crc = new CRC32C();
        crc.update(body);
        String etag = "\"" + Long.toHexString(crc.getValue()) + Integer.toHexString(body.length) + "\"";
        var ready = new PageCache.Ready(gzip(body), etag, headers(wrapper), moment);
        cache.put(key, ready);
        wrapper.resetBuffer();
        serve(ready, request, response);
    }

    private static void serve(PageCache.Ready ready, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        for (Map.Entry<String, String> header : ready.headers()) {
            response.setHeader(header.getKey(), header.getValue());
        }
        response.setHeader("ETag", ready.etag());
        response.setHeader("Cache-Control", "public, max-age=0, must-revalidate");
        response.setHeader("Vary", "Accept, Accept-Encoding, Cookie");
        if (ready.etag().equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setHeader("Content-Encoding", "gzip");
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(ready.gzip().length);
        response.getOutputStream().write(ready.gzip());
    }

    private static List<Map.Entry<String, String>> headers(HttpServletResponse response) {
        var headers = new ArrayList<Map.Entry<String, String>>();
        for (String name : response.getHeaderNames()) {
            String value = response.getHeader(name);
            if (value != null && !name.equalsIgnoreCase("Content-Length") && !name.equalsIgnoreCase("Content-Type")) {
                headers.add(Map.entry(name, value));
            }
        }
        return headers;
    }

    /** The address and how this reader wants pages; null when the page is not for everybody. */
    private static @Nullable String key(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (!"GET".equals(request.getMethod()) || !isPublic(path) || !wantsGzippedHtml(request)) {
            return null;
        }
        String query = request.getQueryString();
        if (query != null) {
            return isKnown(path, query) ? path + "?" + query + shown(request) : null;
        }
        return request.getHeader("Cookie") == null ? path : path + shown(request);
    }

    /** The days of the heat map and the further pages of a column; any other query is somebody's own. */
    private static boolean isKnown(String path, String query) {
        return path.equals("/jz")
                ? DAY.matcher(query).matches()
                : COLUMN.matcher(path).matches() && FURTHER.matcher(query).matches();
    }

    private static boolean wantsGzippedHtml(HttpServletRequest request) {
        String encodings = request.getHeader("Accept-Encoding");
        String types = request.getHeader("Accept");
        return encodings != null
                && encodings.contains("gzip")
                && (types == null || types.startsWith("text/html") || types.equals("*/*"));
    }

    /** Only what changes the page: never the text of a cookie. */
    private static String shown(HttpServletRequest request) {
        var display = Display.of(request);
        return display.equals(Display.PLAIN)
                ? ""
                : "|" + display.modes() + (display.traditional() ? "|hant" : "") + (display.english() ? "|en" : "");
    }

    private static boolean isPublic(String path) {
        return EXACTLY.contains(path) || BELOW.stream().anyMatch(path::startsWith);
    }

    /** A map of a whole city is megabytes and somebody waits for it: a fifth larger in a quarter of the time. */
    private static byte[] gzip(byte[] body) throws IOException {
        var bytes = new ByteArrayOutputStream(body.length / 3);
        try (var out = new Gzip(bytes, body.length > LARGE ? Deflater.BEST_SPEED : Deflater.DEFAULT_COMPRESSION)) {
            out.write(body);
        }
        return bytes.toByteArray();
    }

    private static final class Gzip extends GZIPOutputStream {

        Gzip(ByteArrayOutputStream out, int level) throws IOException {
            super(out);
            def.setLevel(level);
        }
    }
}

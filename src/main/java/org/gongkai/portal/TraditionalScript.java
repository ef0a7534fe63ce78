package org.gongkai.portal;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.gongkai.ui.Display;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** 繁体：读者选了繁体，整页在服务器上转换；只换字形，不换用词。 Converts a page to traditional script for readers who chose it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class TraditionalScript extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Display.of(request).traditional()
                || request.getRequestURI().startsWith("/desk")
                || request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var wrapper = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, wrapper);
        String type = wrapper.getContentType();
        if (type == null || !type.startsWith("text/html")) {
            wrapper.copyBodyToResponse();
            return;
        }
        String html = new String(wrapper.getContentAsByteArray(), StandardCharsets.UTF_8);
        byte[] converted = ZhConverterUtil.toTraditional(html)
                .replaceFirst("lang=\"zh-Hans\"", "lang=\"zh-Hant\"")
                .getBytes(StandardCharsets.UTF_8);
        wrapper.resetBuffer();
        response.setContentLength(converted.length);
        response.getOutputStream().write(converted);
    }
}

package org.gongkai.portal;

import jakarta.servlet.http.HttpServletRequest;
import org.gongkai.ui.Pages;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * 对外的网址：设置了就用设置的；没有设置，只在不留存的回答里用读者正在用的网址。
 *
 * <p>The public address of a path: as configured, else as the reader came, which must never go into anything kept for others.
 */
@Component
public class SiteAddress {

    private final Pages pages;

    SiteAddress(Pages pages) {
        this.pages = pages;
    }

    public String of(HttpServletRequest request, String path) {
        String configured = pages.of(request).site().address();
        return configured.isEmpty()
                ? ServletUriComponentsBuilder.fromContextPath(request)
                        .path(path)
                        .build()
                        .toUriString()
                : configured + path;
    }
}

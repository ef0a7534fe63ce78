package org.gongkai.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.TimeUnit;
import org.gongkai.ui.Pages;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
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

    /** 回答的开头：网址是读者带来的，就不许任何人留存。 An answer with addresses in it, kept by nobody unless they are configured. */
    public ResponseEntity.BodyBuilder answer(HttpServletRequest request) {
        boolean configured = !pages.of(request).site().address().isEmpty();
        return ResponseEntity.ok()
                .cacheControl(
                        configured ? CacheControl.maxAge(10, TimeUnit.MINUTES).cachePublic() : CacheControl.noStore());
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

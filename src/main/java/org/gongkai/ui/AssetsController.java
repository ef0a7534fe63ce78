package org.gongkai.ui;

import java.io.IOException;
import java.time.Duration;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** 静态资源。 */
@Controller
class AssetsController {

    private final Assets assets;

    AssetsController(Assets assets) {
        this.assets = assets;
    }

    @GetMapping("/assets/{fingerprint:[0-9a-f]{12}}/{name:[A-Za-z0-9.-]+}")
    @Requires(scope = Scope.PUBLIC)
    ResponseEntity<byte[]> asset(@PathVariable String fingerprint, @PathVariable String name) throws IOException {
        if (!assets.exists(name) || !assets.address(name).contains(fingerprint)) {
            return ResponseEntity.notFound().build();
        }
        return ResponseEntity.ok()
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .contentType(MediaTypeFactory.getMediaType(name).orElse(MediaType.APPLICATION_OCTET_STREAM))
                .body(assets.content(name));
    }
}

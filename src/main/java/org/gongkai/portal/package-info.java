/**
 * 门户：居民看到的一切页面，由各模块的公开门面拼成，自己不拥有数据。
 *
 * <p>The public face: home, every body's statutory column, the catalogue with what was published under it, record pages, search, feeds.
 * Composes the public faces of others and owns nothing (R-PLT, R-WEB, R-TAG).
 */
@ApplicationModule(
        displayName = "门户",
        allowedDependencies = {
            "attachment",
            "catalogue",
            "deadline",
            "obligation",
            "printing",
            "publication",
            "report",
            "search"
        })
@NullMarked
package org.gongkai.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

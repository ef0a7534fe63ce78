/**
 * 发布：公开属性源头认定、先审查后公开、签发、定时、更正、撤回；公开过的每一版永久保存。
 *
 * <p>Classification at source, review before disclosure, signing, scheduling, correction and withdrawal; every published edition is
 * kept for ever. Serves OGI art. 5, 10, 13–18, 20, 23, 26 and the Law on Guarding State Secrets art. 35.
 */
@ApplicationModule(
        displayName = "发布",
        allowedDependencies = {"attachment", "catalogue", "imports::spi", "search", "search::spi"})
@NullMarked
package org.gongkai.publication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

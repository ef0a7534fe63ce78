/**
 * 时限：工作日历、时限及其写法、逐日推演。
 *
 * <p>The working calendar from State Council notices, time limits and their phrases, and a due date that shows its working.
 * Serves OGI art. 26, 30–34, Civil Code art. 201–203.
 */
@ApplicationModule(
        displayName = "时限",
        allowedDependencies = {"imports::spi"})
@NullMarked
package org.gongkai.deadline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

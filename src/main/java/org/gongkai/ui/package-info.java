/**
 * 界面骨架：版式、部件、错误页、中文日期。
 *
 * <p>Layouts, components, error pages and the sentences of refusals; no word of any domain inside.
 */
@ApplicationModule(
        displayName = "界面骨架",
        allowedDependencies = {})
@NullMarked
package org.gongkai.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

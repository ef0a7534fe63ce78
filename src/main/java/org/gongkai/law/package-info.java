/**
 * 法规依据：法规、条款作为数据，代码用 {@link org.gongkai.law.Basis} 指明自己遵守哪一条。
 *
 * <p>Statutes and their articles as data; acts in code name the article they obey.
 */
@ApplicationModule(
        displayName = "法规依据",
        allowedDependencies = {})
@NullMarked
package org.gongkai.law;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * 电子督查：领域 × 单位的覆盖热力图、逾期清单、催办。不检查各个模块，只读义务的账。
 *
 * <p>Supervision reads the ledger of obligations: the heat map, the red list, reminders. Serves OGI art. 46–47.
 */
@ApplicationModule(
        displayName = "电子督查",
        allowedDependencies = {"obligation", "obligation::spi", "catalogue", "imports", "publication"})
@NullMarked
package org.gongkai.supervision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** 其他模块放到待办上的提醒。 What other modules put on the worklist. */
@NamedInterface("spi")
@NullMarked
package org.gongkai.obligation.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

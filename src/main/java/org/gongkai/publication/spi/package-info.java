/** 公开之前的关口，由别的模块实现。 Gates other modules put before a disclosure. */
@NamedInterface("spi")
@NullMarked
package org.gongkai.publication.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

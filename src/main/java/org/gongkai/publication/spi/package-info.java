/** 由别的模块实现：公开之前的关口，审核页上的别的事。 Gates before a disclosure, and what else a reviewer has to decide. */
@NamedInterface("spi")
@NullMarked
package org.gongkai.publication.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

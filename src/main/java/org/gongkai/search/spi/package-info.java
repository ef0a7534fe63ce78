/** 供内容模块实现的接口。 What the owners of content implement. */
@NamedInterface("spi")
@NullMarked
package org.gongkai.search.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

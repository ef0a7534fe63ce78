/** 各模块实现的导入种类。 What a module implements to take a kind of file. */
@NamedInterface("spi")
@NullMarked
package org.gongkai.imports.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

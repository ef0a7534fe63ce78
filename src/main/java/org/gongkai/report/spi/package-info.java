/** 台账的事实从哪里来：依申请公开等模块在这里交出。 Where the facts of the report's ledger come from. */
@NamedInterface("spi")
@NullMarked
package org.gongkai.report.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

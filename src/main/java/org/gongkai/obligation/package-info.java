/**
 * 公开义务：已采用的标准目录逐行逐机构编译成义务，由公开的信息履行；覆盖率、逾期都是算出来的。
 *
 * <p>What is owed: each adopted row for each body, discharged by what is published. Its facts are formations, publications,
 * withdrawals and excuses; every state is derived from them, whatever their order. Serves OGI art. 26.
 */
@ApplicationModule(
        displayName = "公开义务",
        allowedDependencies = {"catalogue", "publication", "deadline", "imports", "imports::spi"})
@NullMarked
package org.gongkai.obligation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * 标准目录：读懂真实的目录文件，版本的起草、审核、审定、公布，机构的认定，导出。
 *
 * <p>Standard catalogues: reading the tables districts really published, versions with a public diff, responsible bodies, and the
 * official template. Serves 国办发〔2019〕54号, R-CAT-01…15.
 */
@ApplicationModule(
        displayName = "标准目录",
        allowedDependencies = {"deadline", "imports", "imports::spi"})
@NullMarked
package org.gongkai.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

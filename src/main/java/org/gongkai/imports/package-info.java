/**
 * 批量导入：把人们手里的表格读成带合并区域的格子，再一行一行地核对、预览、写入、退回标注。
 *
 * <p>Tables as people really have them (.xlsx, .xls, .csv, HTML) become grids of cells; long-running imports with progress,
 * problems and a marked workbook stand on that. Serves OGI art. 19 and 国办发〔2019〕54号.
 */
@ApplicationModule(
        displayName = "批量导入",
        allowedDependencies = {"imports::spi"})
@NullMarked
package org.gongkai.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

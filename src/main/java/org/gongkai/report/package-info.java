/**
 * 政府信息公开工作年度报告：表二至表四每格都是对台账的一次查询，勾稽关系不平不能发布；别处填好的表也能核对。
 *
 * <p>The annual report: tables as queries over a ledger of facts, the identities between their cells, and the reading of tables that
 * others filled. Serves OGI art. 49–50 and the forms of 2019 and 2021 (R-ANN-…).
 */
@ApplicationModule(
        displayName = "年度报告",
        allowedDependencies = {
            "report::spi",
            "imports",
            "imports::spi",
            "publication",
            "obligation",
            "obligation::spi",
            "deadline",
            "printing"
        })
@NullMarked
package org.gongkai.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

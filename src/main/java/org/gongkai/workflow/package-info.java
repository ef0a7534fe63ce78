/**
 * 流程表：一个生命周期就是一张表，表决定能做什么、画出按钮、说出拒绝的理由、生成流程图。
 *
 * <p>The state-table type, refusals and the diagram writer. No word of any domain inside.
 */
@ApplicationModule(
        displayName = "流程表",
        allowedDependencies = {"law", "identity"})
@NullMarked
package org.gongkai.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

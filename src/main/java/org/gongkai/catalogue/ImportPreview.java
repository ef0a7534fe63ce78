package org.gongkai.catalogue;

import java.util.List;

/**
 * 导入之前的预览：新增、修改、未变、错误各多少，逐行的前后，要问人的公开主体。
 *
 * @param added 新增
 * @param changed 修改
 * @param unchanged 未变
 * @param missing 目录里有、文件里没有的事项代码（不会自动撤销）
 * @param unresolved 认不出的公开主体写法
 */
record ImportPreview(
        List<Placed> placed,
        List<ReadProblem> problems,
        int added,
        int changed,
        int unchanged,
        int rejected,
        List<String> missing,
        List<String> unresolved) {}

package org.gongkai.catalogue;

import java.util.List;

/**
 * 读目录时发现的一个问题。
 *
 * @param sheet 工作表
 * @param row 行号，从一数；零表示整个文件
 * @param column 列号，从零数；负数表示整行
 * @param value 原文
 * @param level 错误不导入，警告导入并标出，提示只是告知
 * @param messageKey 说明
 */
record ReadProblem(String sheet, int row, int column, String value, Level level, String messageKey, List<Object> args) {

    enum Level {
        ERROR,
        WARNING,
        HINT
    }
}

package org.gongkai.imports;

/** 导入时发现的一个问题，已经成句。 */
public record ImportProblem(String sheet, long row, String column, String value, String level, String message) {}

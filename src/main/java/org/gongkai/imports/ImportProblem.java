package org.gongkai.imports;

/** 导入时发现的一个问题，已经成句。 One problem found while importing, already a sentence, with the place in the file. */
public record ImportProblem(String sheet, long row, String column, String value, String level, String message) {}

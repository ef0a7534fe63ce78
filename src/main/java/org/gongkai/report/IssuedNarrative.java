package org.gongkai.report;

/**
 * 一份已经发布的报告的文字部分。 The prose of an issued report, without its tables.
 *
 * @param edition 第几版
 */
record IssuedNarrative(ReportKey key, int edition, Narrative narrative) {}

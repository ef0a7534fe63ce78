package org.gongkai.report;

/**
 * 台账里一件说不通的案件，例如办结了却没有结果。
 *
 * <p>A case the ledger can not count properly; the report can not be issued while there is one.
 *
 * @param rule 规则编号
 * @param messageKey 句子的文字键，参数是编号
 * @param reference 案件编号
 * @param path 点开看的地址，只给工作人员；没有时是空串
 */
public record LedgerDefect(String rule, String messageKey, String reference, String path) {}

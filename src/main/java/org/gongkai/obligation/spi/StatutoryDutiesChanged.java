package org.gongkai.obligation.spi;

/**
 * 某一种法定义务有了变化，例如办了一件；账随后跟上。 Some duty of this kind was met or changed; the ledger follows.
 *
 * @param item 事项代码
 */
public record StatutoryDutiesChanged(String item) {}

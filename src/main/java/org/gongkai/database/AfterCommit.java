package org.gongkai.database;

import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * 提交之后立刻做的小事：忘掉记住的旧内容。不碰数据库，不登记事件，在其他模块的事后响应之前。
 *
 * <p>What must follow a commit at once and needs no database: dropping what was remembered. It runs before the reactions of other
 * modules, so that none of them sees the old state. A transactional listener instead would be kept in the event registry, and marking
 * it done takes a second connection while the first is still held: with every connection busy committing, all would wait.
 */
public final class AfterCommit {

    private AfterCommit() {}

    /** 没有事务就马上做；回滚就不做。 At once without a transaction, never after a rollback. */
    public static void run(Runnable work) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            work.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

            @Override
            public int getOrder() {
                return Ordered.HIGHEST_PRECEDENCE;
            }

            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }
}

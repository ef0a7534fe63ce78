package org.gongkai.identity;

import java.util.concurrent.Callable;

/** 当前操作人从哪里来：网页会话、接口令牌或系统任务。 Where the current actor comes from. */
public interface CurrentActor {

    /** 没有登录时是 {@link Actor#ANONYMOUS}。 */
    Actor get();

    /** 以另一操作人的身份执行，例如系统任务、导入任务。 Runs a task as somebody, e.g. a background import as its uploader. */
    <T> T callAs(Actor actor, Callable<T> task);

    default void runAs(Actor actor, Runnable task) {
        callAs(actor, () -> {
            task.run();
            return Boolean.TRUE;
        });
    }
}

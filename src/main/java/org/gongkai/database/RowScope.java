package org.gongkai.database;

import java.util.List;

/**
 * 行级权限的范围：全部、若干机构，或者什么都没有（只能看已公开的）。
 *
 * <p>What row-level security lets the current transaction see and change: every row, the rows of some bodies, or none (then only what
 * policies open to everybody). The transaction manager hands it to PostgreSQL at the beginning of each transaction; in SQL it is
 * {@code gongkai.sees_all()} and {@code gongkai.bodies()}.
 *
 * @param all district-wide duties and the system itself
 * @param bodies codes of bodies
 */
public record RowScope(boolean all, List<String> bodies) {

    public static final RowScope ALL = new RowScope(true, List.of());
    public static final RowScope NOTHING = new RowScope(false, List.of());

    private static final ScopedValue<RowScope> FIXED = ScopedValue.newInstance();

    public RowScope {
        bodies = List.copyOf(bodies);
    }

    public static RowScope of(List<String> bodies) {
        return new RowScope(false, bodies);
    }

    /** 当前操作者的范围。 Who knows the scope of the signed-in actor; implemented by identity. */
    @FunctionalInterface
    public interface Source {
        RowScope current();
    }

    /**
     * 以系统身份执行：后台任务、导入、事件监听。
     *
     * <p>Runs as the system itself, for jobs, importers and listeners. It decides at the <em>beginning</em> of a transaction: inside a
     * running one it changes nothing.
     */
    public static void system(Runnable work) {
        ScopedValue.where(FIXED, ALL).run(work);
    }

    static RowScope current(Source source) {
        return FIXED.isBound() ? FIXED.get() : source.current();
    }
}

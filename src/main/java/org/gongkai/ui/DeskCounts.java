package org.gongkai.ui;

import org.gongkai.identity.Actor;

/** 顶栏的三个数：待办、逾期、退回。 The three numbers of the top bar; implemented by the module that knows. */
public interface DeskCounts {

    record Counts(long due, long overdue, long returned) {}

    Counts of(Actor actor);
}

package org.gongkai.obligation;

import org.gongkai.obligation.Rule.Pair;

/** 一起推算的一组：某机构某事项的一格。 One pair's slot. */
record Group(Pair pair, Slot slot) {}

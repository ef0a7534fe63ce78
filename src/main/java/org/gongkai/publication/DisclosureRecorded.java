package org.gongkai.publication;

import org.gongkai.journal.Recorded;

/** 对一条公开信息做了什么，留痕记在这一条名下。 Something done to one disclosure; its journal lines stand under that disclosure. */
interface DisclosureRecorded extends Recorded {

    long disclosure();

    @Override
    default String subjectType() {
        return "disclosure";
    }

    @Override
    default String subjectId() {
        return String.valueOf(disclosure());
    }
}

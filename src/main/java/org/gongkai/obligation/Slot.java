package org.gongkai.obligation;

import java.time.LocalDate;

/** 一格：同一机构同一事项的事实归到一起的单位，形成日（F）或者一期（P）。 Facts of one pair that are settled together. */
record Slot(boolean periodic, LocalDate day) {

    String code() {
        return (periodic ? "P" : "F") + day;
    }

    static Slot parse(String code) {
        return new Slot(code.charAt(0) == 'P', LocalDate.parse(code.substring(1)));
    }

    /** 这一格里第 n 条义务的键，从 1 起。 */
    String key(int n) {
        return n == 1 ? code() : code() + "/" + n;
    }
}

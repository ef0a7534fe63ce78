package org.gongkai.obligation.spi;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.identity.Actor;

/** 待办上方的提醒，例如催办。 Notes above a person's worklist, e.g. reminders. */
public interface WorklistNotes {

    /**
     * 一条提醒。
     *
     * @param text 说了什么
     * @param from 谁
     * @param on 哪天
     * @param url 点了去哪里办
     */
    record Note(String text, String from, LocalDate on, String url) {}

    List<Note> of(Actor actor);
}

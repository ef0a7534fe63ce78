package org.gongkai.publication.spi;

import java.util.List;
import org.gongkai.identity.Actor;

/** 审核页上，等这个人决定的别的事，例如待签发的答复。 What else waits for a reviewer's decision; shown beside the queue. */
public interface ReviewNotes {

    /**
     * 一件。
     *
     * @param text 是什么
     * @param state 等他做什么
     * @param url 点了去哪里决定
     */
    record Note(String text, String state, String url) {}

    List<Note> of(Actor actor);
}

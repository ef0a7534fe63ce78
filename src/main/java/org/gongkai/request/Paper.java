package org.gongkai.request;

import org.jspecify.annotations.Nullable;

/**
 * 卷内的一份文件。
 *
 * <p>One paper of the case file: a letter sent, what the applicant handed in, or what is supplied with the reply.
 *
 * @param kind 申请人交来的、发出的文书、随答复提供的
 * @param act 由哪次行为产生
 * @param number 文书号
 * @param toApplicant 申请人可以下载
 */
public record Paper(
        long id,
        long request,
        Kind kind,
        @Nullable Integer act,
        String number,
        String name,
        String mediaType,
        long size,
        String sha256,
        boolean toApplicant) {

    /** 种类。 What a paper is. */
    public enum Kind {
        /** 申请人交来的 */
        ATTACHMENT,
        /** 发给申请人的 */
        LETTER,
        /** 发给别人的 */
        INTERNAL,
        /** 随答复提供给申请人的 */
        SUPPLIED
    }

    /** 发出的文书，可以要 PDF。 A letter, of which there is a PDF. */
    public boolean isLetter() {
        return kind == Kind.LETTER || kind == Kind.INTERNAL;
    }

    /** 随答复提供的文件。 Information supplied with the reply. */
    public boolean isSupplied() {
        return kind == Kind.SUPPLIED;
    }

    /** 文件本身。 */
    public record Content(String name, String mediaType, byte[] bytes) {

        @Override
        public String toString() {
            return "Content[" + bytes.length + "]";
        }
    }

    @Override
    public String toString() {
        return "Paper[" + id + "]";
    }
}

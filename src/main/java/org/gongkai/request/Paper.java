package org.gongkai.request;

import org.jspecify.annotations.Nullable;

/**
 * 卷内的一份文件。
 *
 * @param letter 发出的文书；否则是申请人交来的
 * @param act 由哪次行为产生
 * @param number 文书号
 * @param toApplicant 申请人可以下载
 */
public record Paper(
        long id,
        long request,
        boolean letter,
        @Nullable Integer act,
        String number,
        String name,
        String mediaType,
        long size,
        String sha256,
        boolean toApplicant) {

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

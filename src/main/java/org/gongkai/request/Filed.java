package org.gongkai.request;

/**
 * 登记回执。
 *
 * <p>The receipt for an application; the look-up code is told here and never again.
 *
 * @param reference 受理号
 * @param code 查询码，只在这里出现一次；连交两次时为空串，用第一次的
 */
public record Filed(long id, String reference, String code, RequestState state) {

    @Override
    public String toString() {
        return "Filed[" + reference + "]";
    }
}

package org.gongkai.account.web;

import java.io.Serializable;

/**
 * 过了第一步、还没过第二步的人，存在会话里。
 *
 * @param account 账号编号
 * @param secret 首次登录时要绑定的密钥；已绑定的为空串
 * @param next 登录之后去哪里
 * @param until 到什么时候作废，毫秒
 */
record Pending(long account, String secret, String next, long until) implements Serializable {

    static final String NAME = "gongkai.pending";
    private static final long serialVersionUID = 1L;

    boolean enrols() {
        return !secret.isEmpty();
    }
}

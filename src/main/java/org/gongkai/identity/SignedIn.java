package org.gongkai.identity;

import java.io.Serializable;
import java.security.Principal;

/**
 * 已登录的人，存在会话里。
 *
 * <p>A person who has signed in, as kept in the session.
 *
 * @param account 账号编号
 * @param actor 操作人
 */
public record SignedIn(long account, Actor actor) implements Principal, Serializable {

    private static final long serialVersionUID = 1L;

    @Override
    public String getName() {
        return actor.account();
    }
}

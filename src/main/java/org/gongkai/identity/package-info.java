/**
 * 用户与岗位：岗位、数据范围、当前操作人。账号和登录在 {@code account}。
 *
 * <p>Duties, scopes and the acting person; who he is comes from the session, a token or a background task. Accounts and signing in are
 * in {@code account}.
 */
@ApplicationModule(
        displayName = "用户与岗位",
        allowedDependencies = {})
@NullMarked
package org.gongkai.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

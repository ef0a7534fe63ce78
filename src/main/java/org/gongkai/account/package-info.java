/**
 * 账号与登录：账号、岗位授予、口令与动态口令、接口令牌、首位管理员、入口权限。
 *
 * <p>Accounts, grants of duties, sign-in with a second factor, API tokens, the first administrator, and the one place that lets a
 * request in. No default account; three separate administrators.
 */
@ApplicationModule(
        displayName = "账号与登录",
        allowedDependencies = {})
@NullMarked
package org.gongkai.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

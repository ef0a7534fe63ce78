/**
 * 用户与岗位：账号、岗位、当前操作人、数据范围、登录。
 *
 * <p>Accounts, duties, the signed-in actor and what rows he may touch. No default account (等保三级: three separate administrators).
 */
@ApplicationModule(
        displayName = "用户与岗位",
        allowedDependencies = {})
@NullMarked
package org.gongkai.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

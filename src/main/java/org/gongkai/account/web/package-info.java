/** 登录、首位管理员、我的账号、账号管理的页面。 The pages of signing in and of accounts; nobody depends on them. */
@NullMarked
package org.gongkai.account.web;

import org.jspecify.annotations.NullMarked;

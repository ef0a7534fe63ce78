/** 依申请公开的网页和接口。 Pages and API of disclosure on request. */
@NullMarked
package org.gongkai.request.web;

import org.jspecify.annotations.NullMarked;

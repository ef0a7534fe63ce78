/** 公开义务的接口和工作台页面。 The endpoints and pages of this room; nobody depends on them. */
@NullMarked
package org.gongkai.obligation.web;

import org.jspecify.annotations.NullMarked;

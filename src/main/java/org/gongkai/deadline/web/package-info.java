/** 时限的接口和页面。 The endpoints and the page of this room; nobody depends on them. */
@NullMarked
package org.gongkai.deadline.web;

import org.jspecify.annotations.NullMarked;

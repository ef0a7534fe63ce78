/** 督查的页面。 The pages of this room; nobody depends on them. */
@NullMarked
package org.gongkai.supervision.web;

import org.jspecify.annotations.NullMarked;

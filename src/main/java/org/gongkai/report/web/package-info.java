/** 年度报告的页面和接口。 Pages and interface. */
@NullMarked
package org.gongkai.report.web;

import org.jspecify.annotations.NullMarked;

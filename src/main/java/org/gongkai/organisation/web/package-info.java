/** 机构名录的页面和接口。 The pages and the endpoint of the register; nobody depends on them. */
@NullMarked
package org.gongkai.organisation.web;

import org.jspecify.annotations.NullMarked;

/** 发布的网页和接口。 Pages and API of publishing. */
@NullMarked
package org.gongkai.publication.web;

import org.jspecify.annotations.NullMarked;

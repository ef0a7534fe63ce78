@NullMarked
package org.gongkai.portal.web;

import org.jspecify.annotations.NullMarked;

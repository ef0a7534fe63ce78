/** 附件的下载。 Serving files. */
@NullMarked
package org.gongkai.attachment.web;

import org.jspecify.annotations.NullMarked;

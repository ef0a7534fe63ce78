/**
 * 附件：隔离、检查、清理、按内容存放、取出文字、安全地送出。
 *
 * <p>Files: quarantined, checked, cleaned, stored by content, their text taken out, and served so that they cannot act in the site's
 * name. Knows no word of what they are attached to.
 */
@ApplicationModule(
        displayName = "附件",
        allowedDependencies = {})
@NullMarked
package org.gongkai.attachment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

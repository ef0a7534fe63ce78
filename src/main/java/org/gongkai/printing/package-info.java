/**
 * 版式文件：把一页 HTML 印成嵌入中文字体的 PDF；缺一个字也不出，并说出是哪个字。
 *
 * <p>PDF with embedded Chinese faces. Knows no domain word; a character no face has stops the page.
 */
@ApplicationModule(
        displayName = "版式文件",
        allowedDependencies = {})
@NullMarked
package org.gongkai.printing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

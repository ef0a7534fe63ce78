package org.gongkai.attachment;

import java.util.List;

/**
 * 检查、清理过的一个文件，没有入库。 A file that was checked and cleaned, not stored.
 *
 * @param name 文件名，没有路径和控制字符
 * @param mediaType 由内容认定的类型
 * @param hidden 发现的隐藏内容，一句一样；没有的为空
 */
public record CleanFile(String name, String mediaType, byte[] content, List<String> hidden) {

    @Override
    public String toString() {
        return "CleanFile[" + content.length + "]";
    }
}

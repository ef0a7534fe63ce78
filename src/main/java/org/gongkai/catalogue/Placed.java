package org.gongkai.catalogue;

import java.util.List;

/**
 * 读懂的一行和它的身份：在本目录里对应哪个事项，与草案相比是新增、修改还是未变。
 *
 * @param code 事项代码；新增的在写入时才有，先为空串
 * @param changes 修改了哪些要素
 */
record Placed(ReadRow row, String area, String key, String code, Change change, List<ElementChange> changes) {

    enum Change {
        ADDED,
        CHANGED,
        UNCHANGED
    }

    /** 一个要素的前后。 */
    record ElementChange(String field, String before, String after) {}
}

package org.gongkai.publication;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** 公开事项的写法变成代码：代码本身，或者“领域/一级事项/二级事项”。 */
@Component
class ItemCodes {

    record Item(String code, String area) {}

    /** 目录模块落地之前，代码原样接受。 */
    Optional<Item> resolve(String item, String area) {
        return item.isEmpty() || item.indexOf('/') >= 0 ? Optional.empty() : Optional.of(new Item(item, area));
    }
}

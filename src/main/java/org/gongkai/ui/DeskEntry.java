package org.gongkai.ui;

import java.util.Set;
import org.gongkai.identity.Actor;
import org.gongkai.identity.Duty;

/**
 * 工作台左侧菜单的一项，由各模块以 Bean 提供；没有岗位的人看不到。
 *
 * <p>One entry of the workbench menu, a bean of its module; hidden from those without its duties.
 *
 * @param section 分组 bundle key of the group
 * @param key 文字 bundle key
 * @param url 地址
 * @param duties 任一岗位可见；空表示登录即可见
 * @param order 全局顺序
 */
public record DeskEntry(String section, String key, String url, Set<Duty> duties, int order) {

    public boolean visibleTo(Actor actor) {
        return duties.isEmpty() || duties.stream().anyMatch(actor::has);
    }

    /** 这一处是不是在这一项之下；不止一项的，看 {@link Page#isUnder}。 */
    boolean isAt(String path) {
        return path.equals(url) || !url.equals("/desk") && path.startsWith(url + "/");
    }
}

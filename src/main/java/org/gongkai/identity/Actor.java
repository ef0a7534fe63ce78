package org.gongkai.identity;

import java.io.Serializable;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 当前操作人。
 *
 * <p>Who acts: a person, a visitor or the system, with the duties held and the bodies whose records he may touch.
 *
 * @param account 账号，匿名访客为 {@code -}，系统任务为 {@code system}
 * @param name 姓名，显示用
 * @param body 所在机构代码；匿名和系统没有
 * @param duties 岗位
 * @param bodies 能碰到记录的机构代码；district 为 true 时不看它
 * @param district 全区范围
 */
public record Actor(
        String account, String name, @Nullable String body, Set<Duty> duties, Set<String> bodies, boolean district)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final Set<String> MACHINES = Set.of("system", "bootstrap", "demonstration");

    public static final Actor ANONYMOUS = new Actor("-", "访客", null, Set.of(), Set.of(), false);
    public static final Actor SYSTEM = new Actor("system", "系统", null, Set.of(), Set.of(), true);

    public boolean has(Duty duty) {
        return duties.contains(duty);
    }

    /** 系统自己、自动化令牌、示范数据：不是人，留痕里写明。 */
    public boolean isMachine() {
        return isMachine(account);
    }

    /** 系统自己用的账号名，不能给人。 */
    public static boolean isMachine(String account) {
        return MACHINES.contains(account);
    }

    public boolean isAnonymous() {
        return equals(ANONYMOUS);
    }

    /** 能否碰到这个机构的未公开记录。 */
    public boolean reaches(String bodyCode) {
        return district || bodies.contains(bodyCode);
    }
}

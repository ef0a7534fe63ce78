package org.gongkai.demonstration;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.gongkai.account.AccountDesk;
import org.gongkai.account.Colleagues;
import org.gongkai.identity.Actor;
import org.gongkai.identity.Duty;
import org.springframework.stereotype.Component;

/**
 * 示范区里办事的人，都是编的。承办人各有一个账号，口令谁也不知道，所以没有人能登录；要用的，由安全管理员重设口令。
 *
 * <p>The invented staff. A handler has an account, for a case in the hands of nobody in service is an alert; its password is drawn at
 * random and kept nowhere.
 */
@Component
class DemonstrationStaff {

    private static final List<String> NAMES = List.of("示范联络员甲", "示范联络员乙", "示范联络员丙", "示范联络员丁", "示范联络员戊", "示范联络员己");

    private final AccountDesk accounts;
    private final Colleagues colleagues;

    DemonstrationStaff(AccountDesk accounts, Colleagues colleagues) {
        this.accounts = accounts;
        this.colleagues = colleagues;
    }

    /** 这个机构的承办人；还没有账号的先建。 */
    Actor handler(String body) {
        var login = AccountDesk.INVENTED + body.toLowerCase(Locale.ROOT);
        var name = NAMES.get(Math.floorMod(body.hashCode(), NAMES.size()));
        if (colleagues.names(Set.of(login)).isEmpty()) {
            accounts.add(login, name, body, Set.of(Duty.LIAISON), UUID.randomUUID() + "/" + UUID.randomUUID());
        }
        return new Actor(login, name, body, Set.of(Duty.LIAISON), Set.of(body), false);
    }

    /** 审核、保密审查、签发的人，只在经过里出现。 */
    static Actor reviewer(String body, Duty duty) {
        var name =
                switch (duty) {
                    case SECTION_HEAD -> "示范科长";
                    case SECRECY_REVIEWER -> "示范保密审查员";
                    case SIGNER -> "示范签发人";
                    default -> "示范工作人员";
                };
        return new Actor(
                AccountDesk.INVENTED + duty.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                name,
                body,
                Set.of(duty),
                Set.of(body),
                false);
    }
}

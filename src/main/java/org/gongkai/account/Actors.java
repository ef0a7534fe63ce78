package org.gongkai.account;

import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.identity.Actor;
import org.gongkai.identity.Duty;
import org.gongkai.identity.SignedIn;
import org.gongkai.organisation.PublicBodies;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 由账号得出操作人：岗位和能碰到的机构。 From an account to the acting person. */
@Component
class Actors {

    private final PublicBodies bodies;

    Actors(PublicBodies bodies) {
        this.bodies = bodies;
    }

    SignedIn signedIn(Account account) {
        return signedIn(account, account.duties(), null);
    }

    /**
     * 接口令牌：只有选定的岗位，数据范围由这些岗位决定，还可以限定到一个机构及下级。
     *
     * <p>With some of the account's duties and the reach that these duties give, narrowed to one body if the token says so. A body
     * that the account no longer reaches gives nothing.
     */
    SignedIn signedIn(Account account, Set<Duty> limit, @Nullable String body) {
        Set<Duty> duties = account.duties().stream().filter(limit::contains).collect(Collectors.toUnmodifiableSet());
        boolean district = duties.stream().anyMatch(Duty::isDistrictWide);
        Set<String> own = account.body() == null ? Set.of() : bodies.subtree(account.body());
        if (body == null) {
            return actor(account, account.body(), duties, own, district);
        }
        Set<String> narrowed = district || own.contains(body) ? bodies.subtree(body) : Set.of();
        return actor(account, body, duties, narrowed, false);
    }

    private static SignedIn actor(
            Account account, @Nullable String body, Set<Duty> duties, Set<String> reach, boolean district) {
        return new SignedIn(account.id(), new Actor(account.login(), account.name(), body, duties, reach, district));
    }

    /** 这个人碰得到这个机构吗。 */
    boolean reaches(Account account, String body) {
        return signedIn(account).actor().reaches(body);
    }
}

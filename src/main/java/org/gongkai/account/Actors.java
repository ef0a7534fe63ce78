package org.gongkai.account;

import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.identity.Actor;
import org.gongkai.identity.Duty;
import org.gongkai.identity.SignedIn;
import org.gongkai.organisation.PublicBodies;
import org.springframework.stereotype.Component;

/** 由账号得出操作人：岗位和能碰到的机构。 From an account to the acting person. */
@Component
class Actors {

    private final PublicBodies bodies;

    Actors(PublicBodies bodies) {
        this.bodies = bodies;
    }

    SignedIn signedIn(Account account) {
        return signedIn(account, account.duties());
    }

    /** With only some of the account's duties, as a token has. */
    SignedIn signedIn(Account account, Set<Duty> limit) {
        Set<Duty> duties = account.duties().stream().filter(limit::contains).collect(Collectors.toUnmodifiableSet());
        Set<String> reach = account.body() == null ? Set.of() : bodies.subtree(account.body());
        return new SignedIn(
                account.id(),
                new Actor(account.login(), account.name(), account.body(), duties, reach, account.district()));
    }
}

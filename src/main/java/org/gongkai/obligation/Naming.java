package org.gongkai.obligation;

import java.util.List;
import org.gongkai.organisation.PublicBodies;
import org.springframework.stereotype.Component;

/** 把机构全称、“领域/一级/二级”换成代码；认不出的原样留下，随后按“没有这项要求”拒绝。 */
@Component
class Naming {

    private final PublicBodies bodies;

    Naming(PublicBodies bodies) {
        this.bodies = bodies;
    }

    List<FormationLine> resolve(List<FormationLine> lines) {
        return lines.stream().map(this::resolve).toList();
    }

    private FormationLine resolve(FormationLine line) {
        String body = line.body().strip();
        if (bodies.find(body).isEmpty()) {
            var named = bodies.named(body);
            body = named.size() == 1 ? named.getFirst().code() : body;
        }
        return new FormationLine(
                line.externalId(),
                body,
                line.item().strip(),
                line.formedOn(),
                line.title().strip());
    }
}

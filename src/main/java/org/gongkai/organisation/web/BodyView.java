package org.gongkai.organisation.web;

import java.util.List;
import org.gongkai.organisation.BodyKind;
import org.gongkai.organisation.BodyLevel;
import org.gongkai.organisation.Guide;
import org.gongkai.organisation.PublicBody;
import org.jspecify.annotations.Nullable;

/**
 * 接口里的机构。 A body as the API shows it.
 *
 * @param guide 公开指南；没有编制或者在列表里时为空
 */
record BodyView(
        String code,
        String name,
        String shortName,
        List<String> aliases,
        @Nullable String parent,
        BodyLevel level,
        BodyKind kind,
        String organisationCode,
        @Nullable Guide guide) {

    static BodyView of(PublicBody body, @Nullable Guide guide) {
        return new BodyView(
                body.code(),
                body.name(),
                body.shortName(),
                body.aliases(),
                body.parent(),
                body.level(),
                body.kind(),
                body.organisationCode(),
                guide);
    }
}

package org.gongkai.organisation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongkai.ui.Asked;
import org.jspecify.annotations.Nullable;

/** 机构名录。 The register of bodies, answered from memory and kept fresh by {@link BodiesChanged}. */
public interface PublicBodies {

    Optional<PublicBody> find(String code);

    /** 全部在册机构，按代码排序。 */
    List<PublicBody> all();

    /** 按全称、简称或别名精确查找（全半角、空格、繁简差异不计）。 Exact by any of its names; several may share an alias. */
    List<PublicBody> named(String name);

    /**
     * 请求参数里的机构：代码、全称或者独一无二的别名；没有写的为空，名录里没有的拒绝（400）。
     *
     * <p>The code of the body a request names; null when it names none.
     */
    default @Nullable String asked(@Nullable String text) {
        String given = Asked.text(text);
        if (given == null || find(given).isPresent()) {
            return given;
        }
        var named = named(given);
        if (named.size() == 1) {
            return named.getFirst().code();
        }
        throw Asked.unlisted("body", given, "organisation.register");
    }

    /** 本机构及其全部下级的代码。 The body and everything below it. */
    Set<String> subtree(String code);

    /** 本级人民政府：没有上级的机构里，先取人民政府，再取下级最多的。 The root; empty until bodies are imported. */
    Optional<PublicBody> root();
}

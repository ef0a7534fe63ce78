package org.gongkai.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gongkai.identity.Actor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("工作台菜单：当前的只有一项")
class DeskMenuTests {

    private static final List<String> MENU =
            List.of("/desk", "/desk/publication", "/desk/requests", "/desk/requests/routes", "/desk/me");

    private static List<String> current(String path) {
        Page page = new At(path);
        return page.entries().stream().filter(page::isUnder).map(DeskEntry::url).toList();
    }

    @Test
    @DisplayName("一项在另一项之下的，只标最近的一项；首屏不管下面的；菜单里没有的不标")
    void only_the_nearest_entry_is_current() {
        assertThat(current("/desk/requests/routes")).containsExactly("/desk/requests/routes");
        assertThat(current("/desk/requests/routes/7")).containsExactly("/desk/requests/routes");
        assertThat(current("/desk/requests/123")).containsExactly("/desk/requests");
        assertThat(current("/desk/publication/7/edit")).containsExactly("/desk/publication");
        assertThat(current("/desk")).containsExactly("/desk");
        assertThat(current("/desk/meeting")).isEmpty();
    }

    /** A page at a path. */
    private record At(String path) implements Page {

        @Override
        public boolean fictional() {
            return false;
        }

        @Override
        public List<DeskEntry> entries() {
            return MENU.stream()
                    .map(url -> new DeskEntry("ui.section.work", "ui.home", url, Set.of(), 1))
                    .toList();
        }

        @Override
        public String t(String key, Object... args) {
            return key;
        }

        @Override
        public Locale locale() {
            return Locale.SIMPLIFIED_CHINESE;
        }

        @Override
        public Actor actor() {
            return Actor.ANONYMOUS;
        }

        @Override
        public @Nullable String csrfName() {
            return null;
        }

        @Override
        public @Nullable String csrfValue() {
            return null;
        }

        @Override
        public String asset(String name) {
            return name;
        }

        @Override
        public String modes() {
            return "";
        }

        @Override
        public boolean traditional() {
            return false;
        }

        @Override
        public Site site() {
            throw new UnsupportedOperationException();
        }
    }
}

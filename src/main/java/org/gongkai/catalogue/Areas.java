package org.gongkai.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 领域名录：首次启动时读入二十六个试点领域，之后由本地增减。 */
@Component
class Areas {

    private final JdbcClient jdbc;

    Areas(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SubjectArea> all() {
        return jdbc.sql("select code, name, aliases, ministry, enabled from catalogue.area order by code")
                .query((row, number) -> new SubjectArea(
                        row.getString(1),
                        row.getString(2),
                        List.of((String[]) row.getArray(3).getArray()),
                        row.getString(4),
                        row.getBoolean(5)))
                .list();
    }

    /** 按代码、名称、别名认出领域。 */
    static Optional<SubjectArea> find(List<SubjectArea> areas, String text) {
        String plain = named(text);
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        return areas.stream()
                .filter(area -> area.code().equals(plain)
                        || named(area.name()).equals(plain)
                        || area.aliases().stream()
                                .anyMatch(alias -> named(alias).equals(plain)))
                .findFirst();
    }

    private static String named(String text) {
        return Plain.key(text).replaceAll("(?<=.)领域$", "");
    }

    /** 标题里含有的领域名称，例如“××区社会救助领域基层政务公开标准目录”。 */
    static Optional<SubjectArea> mentioned(List<SubjectArea> areas, String title) {
        String plain = Plain.key(title);
        return areas.stream()
                .filter(area -> !area.code().equals(SubjectArea.OTHER))
                .filter(area -> plain.contains(Plain.key(area.name()))
                        || area.aliases().stream()
                                .anyMatch(alias -> alias.length() >= 4 && plain.contains(Plain.key(alias))))
                .max(java.util.Comparator.comparingInt(area -> area.name().length()));
    }

    /** 名录里没有的领域，作为本地领域登记。 */
    SubjectArea addLocal(String name) {
        String code = jdbc.sql(
                        "select coalesce(max(code::integer), 26) + 1 from catalogue.area where code ~ '^[0-9]+$' and code <> ?")
                .param(SubjectArea.OTHER)
                .query(Integer.class)
                .single()
                .toString();
        jdbc.sql("insert into catalogue.area (code, name, local) values (?, ?, true)")
                .param(code.equals(SubjectArea.OTHER) ? "100" : code)
                .param(name)
                .update();
        return new SubjectArea(code.equals(SubjectArea.OTHER) ? "100" : code, name, List.of(), "", true);
    }

    @EventListener
    @Transactional
    public void seed(ApplicationStartedEvent started) {
        if (jdbc.sql("select exists (select from catalogue.area)")
                .query(Boolean.class)
                .single()) {
            return;
        }
        try (var in = Areas.class.getResourceAsStream("/data/catalogue/areas.csv")) {
            if (in == null) {
                throw new IllegalStateException("data/catalogue/areas.csv is missing");
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .forEach(cell -> jdbc.sql(
                                    "insert into catalogue.area (code, name, aliases, ministry) values (?, ?, ?, ?)")
                            .param(cell[0])
                            .param(cell[1])
                            .param(Arrays.stream(cell[2].split("\\|"))
                                    .filter(alias -> !alias.isBlank())
                                    .toArray(String[]::new))
                            .param(cell[3])
                            .update());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

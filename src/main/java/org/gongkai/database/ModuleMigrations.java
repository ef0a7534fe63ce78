package org.gongkai.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.Modulithic;

/**
 * 各模块的数据库迁移：{@code db/migration/<模块>/V1__….sql}，每个模块一张历史表，先 {@code __root}，再按依赖次序。
 *
 * <p>Migrations per module, each with its own history table in schema {@code gongkai}: {@code __root} first, then shared modules in
 * their declared order, then the others after the modules they depend on. When the digest of all scripts is the one stored last,
 * nothing is looked at: a start costs one query.
 */
final class ModuleMigrations {

    static final String ROOT = "__root";
    private static final String SCHEMA = "gongkai";
    private static final String FOLDER = "db/migration/";
    private static final Logger log = LoggerFactory.getLogger(ModuleMigrations.class);

    private final Map<String, List<Resource>> scripts = new TreeMap<>();

    private final Class<?> application;

    /** @param application the class that carries {@link Modulithic} */
    ModuleMigrations(Class<?> application) throws IOException {
        this.application = application;
        for (var script : new PathMatchingResourcePatternResolver().getResources("classpath*:" + FOLDER + "*/*.sql")) {
            var path = script.getURL().getPath().split("/");
            scripts.computeIfAbsent(path[path.length - 2], module -> new java.util.ArrayList<>())
                    .add(script);
        }
        scripts.values().forEach(list -> list.sort(Comparator.comparing(ModuleMigrations::name)));
    }

    /** 把数据库迁移到当前版本。 */
    void run(DataSource owner) throws IOException {
        var digest = digest();
        var jdbc = JdbcClient.create(owner);
        if (digest.equals(stored(jdbc))) {
            return;
        }
        new ApplicationRole(jdbc).prepare();
        for (var module : order()) {
            migrate(owner, module);
        }
        jdbc.sql("delete from gongkai.migrated").update();
        jdbc.sql("insert into gongkai.migrated (digest) values (?)")
                .param(digest)
                .update();
        log.info("数据库结构已是最新 (database schema is current): {}", scripts.keySet());
    }

    private static void migrate(DataSource owner, String module) {
        Flyway.configure()
                .dataSource(owner)
                .locations("classpath:" + FOLDER + module)
                .defaultSchema(SCHEMA)
                .createSchemas(true)
                .table("flyway_" + module.replace(ROOT, "root"))
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .validateMigrationNaming(true)
                .ignoreMigrationPatterns(new String[0]) // a schema newer than the program is refused
                .initSql("set gongkai.scope = '*'") // data migrations see every row
                .load()
                .migrate();
    }

    /** {@code __root}、共享模块、其余模块，被依赖的在前。 */
    List<String> order() {
        Set<String> order = new LinkedHashSet<>();
        order.add(ROOT);
        var shared = application.getAnnotation(Modulithic.class).sharedModules();
        Arrays.stream(shared).forEach(module -> visit(module, order, new TreeSet<>()));
        scripts.keySet().forEach(module -> visit(module, order, new TreeSet<>()));
        order.retainAll(scripts.keySet());
        return List.copyOf(order);
    }

    private void visit(String module, Set<String> order, Set<String> path) {
        if (order.contains(module) || !path.add(module)) {
            return;
        }
        dependencies(module).forEach(dependency -> visit(dependency, order, path));
        order.add(module);
    }

    private List<String> dependencies(String module) {
        try {
            var described = Class.forName(application.getPackageName() + "." + module + ".package-info")
                    .getAnnotation(ApplicationModule.class);
            return described == null
                    ? List.of()
                    : Arrays.stream(described.allowedDependencies())
                            .map(dependency -> dependency.split("::", 2)[0].strip())
                            .toList();
        } catch (ClassNotFoundException e) {
            return List.of();
        }
    }

    private static @Nullable String stored(JdbcClient jdbc) {
        try {
            return jdbc.sql("select digest from gongkai.migrated")
                    .query(String.class)
                    .optional()
                    .orElse(null);
        } catch (DataAccessException e) {
            return null; // a new database
        }
    }

    /** 全部脚本的摘要。 */
    String digest() throws IOException {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        for (var module : scripts.entrySet()) {
            for (var script : module.getValue()) {
                contents.put(module.getKey() + "/" + name(script), script.getContentAsByteArray());
            }
        }
        var digest = Sha256.begin();
        contents.forEach((name, content) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update(content);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String name(Resource script) {
        return String.valueOf(script.getFilename());
    }
}

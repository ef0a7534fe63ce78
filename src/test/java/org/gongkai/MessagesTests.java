package org.gongkai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.catalogue.Audience;
import org.gongkai.catalogue.DisclosureMode;
import org.gongkai.identity.Duty;
import org.gongkai.organisation.BodyLevel;
import org.gongkai.publication.Classification;
import org.gongkai.publication.NonDisclosureGround;
import org.gongkai.publication.Validity;
import org.gongkai.publication.WithdrawalReason;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MessagesTests {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path SCRIPTS = Path.of("src/main/resources/static/assets");
    private static final Pattern KEY = Pattern.compile("\"([a-z]+\\.[A-Za-z0-9_.-]*)\"");

    /** Prefixes put together of parts, so that no source holds them whole: the name of a workflow, of an enumeration. */
    private static final Set<String> PUT_TOGETHER = Set.of(
            "catalogue.workflow.state.",
            "catalogue.workflow.action.",
            "publication.workflow.state.",
            "publication.workflow.action.",
            "request.workflow.state.",
            "request.workflow.action.",
            "request.channel.",
            "request.day.",
            "request.reply.");

    private static final Map<String, Class<?>> NAMES = Map.of(
            "portal.validity.", Validity.class,
            "portal.level.", BodyLevel.class,
            "portal.audience.", Audience.class,
            "portal.mode.", DisclosureMode.class,
            "publication.classification.", Classification.class,
            "publication.ground.", NonDisclosureGround.class,
            "publication.withdrawal.", WithdrawalReason.class,
            "identity.duty.", Duty.class);

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");
    private static final Pattern COMMENT = Pattern.compile("<%--.*?--%>", Pattern.DOTALL);
    private static final Pattern KEY_IN_TEMPLATE = Pattern.compile("\\.t\\(\"([a-z]+\\.[A-Za-z0-9_.-]*[A-Za-z0-9])\"");
    private static final Pattern KEY_IN_REFUSAL = Pattern.compile("Refusal\\s*\\.of\\(\\s*\"([^\"]+)\"\\s*[,)]");

    @Test
    @DisplayName("中英文资源文件的键一致，占位符也一致")
    void both_languages_say_the_same() throws IOException {
        for (var bundle : bundles()) {
            var chinese = read(MESSAGES.resolve(bundle + ".properties"));
            var english = read(MESSAGES.resolve(bundle + "_en.properties"));
            assertThat(english.keySet()).as(bundle).isEqualTo(chinese.keySet());
            for (var key : chinese.keySet()) {
                assertThat(places(english.get(key))).as(bundle + ": " + key).isEqualTo(places(chinese.get(key)));
            }
        }
    }

    @Test
    @DisplayName("键以模块名开头，文字不为空")
    void keys_begin_with_their_module() throws IOException {
        for (var bundle : bundles()) {
            read(MESSAGES.resolve(bundle + ".properties")).forEach((key, text) -> {
                assertThat(key).startsWith(bundle + ".");
                assertThat(text).as(key).isNotBlank();
            });
        }
    }

    @Test
    @DisplayName("模板里没有中文")
    void templates_hold_no_chinese() throws IOException {
        for (var template : files(TEMPLATES, ".jte")) {
            var text = COMMENT.matcher(Files.readString(template)).replaceAll("");
            assertThat(text.lines().filter(line -> HAN.matcher(line).find()))
                    .as(template.toString())
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("脚本里除了注释没有中文，文字由页面带去")
    void scripts_hold_no_chinese() throws IOException {
        for (var script : files(SCRIPTS, ".js")) {
            assertThat(Files.readString(script).lines().map(line -> line.replaceAll("/\\*.*?\\*/|(^|\\s)//.*$", "")))
                    .as(script.toString())
                    .noneMatch(line -> HAN.matcher(line).find());
        }
    }

    @Test
    @DisplayName("模板和拒绝理由用到的键都有文字")
    void every_key_has_a_text() throws IOException {
        Set<String> known = new TreeSet<>();
        for (var bundle : bundles()) {
            known.addAll(read(MESSAGES.resolve(bundle + ".properties")).keySet());
        }
        Map<String, String> missing = new TreeMap<>();
        collect(files(TEMPLATES, ".jte"), KEY_IN_TEMPLATE, known, missing);
        collect(files(SOURCES, ".java"), KEY_IN_REFUSAL, known, missing);
        assertThat(missing).as("keys without a text").isEmpty();
    }

    @Test
    @DisplayName("没有谁也不用的文字：每个键都在代码、模板或者脚本里出现，或者由写明的前段拼成")
    void every_text_is_used() throws IOException {
        Set<String> used = new TreeSet<>();
        for (var file : sources()) {
            KEY.matcher(Files.readString(file)).results().forEach(found -> used.add(found.group(1)));
        }
        var prefixes = used.stream().filter(key -> key.endsWith(".")).collect(Collectors.toCollection(TreeSet::new));
        prefixes.addAll(PUT_TOGETHER);
        Set<String> unused = new TreeSet<>();
        for (var bundle : bundles()) {
            read(MESSAGES.resolve(bundle + ".properties")).keySet().stream()
                    .filter(key -> !used.contains(key))
                    .filter(key -> prefixes.stream().noneMatch(key::startsWith) || !isNamed(key))
                    .forEach(unused::add);
        }
        assertThat(unused)
                .as("keys nobody uses; a prefix that is not written out with its dot goes into PUT_TOGETHER")
                .isEmpty();
    }

    /** The part behind a prefix that stands for a type is one of its constants or components. */
    private static boolean isNamed(String key) {
        return NAMES.entrySet().stream()
                .filter(each -> key.startsWith(each.getKey()))
                .allMatch(each -> names(each.getValue())
                        .contains(key.substring(each.getKey().length())));
    }

    private static Set<String> names(Class<?> type) {
        return Stream.concat(
                        Stream.ofNullable(type.getEnumConstants())
                                .flatMap(Stream::of)
                                .map(Object::toString),
                        Stream.ofNullable(type.getRecordComponents())
                                .flatMap(Stream::of)
                                .map(component -> component.getName()))
                .collect(Collectors.toSet());
    }

    private static Set<Path> sources() throws IOException {
        var sources = new TreeSet<>(files(SOURCES, ".java"));
        sources.addAll(files(TEMPLATES, ".jte"));
        sources.addAll(files(SCRIPTS, ".js"));
        return sources;
    }

    private static void collect(Iterable<Path> files, Pattern use, Set<String> known, Map<String, String> missing)
            throws IOException {
        for (var file : files) {
            use.matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group(1))
                    .filter(key -> !known.contains(key))
                    .forEach(key -> missing.put(key, file.toString()));
        }
    }

    private static Set<String> bundles() throws IOException {
        try (var files = Files.list(MESSAGES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".properties"))
                    .map(name -> name.replaceAll("(_en)?\\.properties$", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Map<String, String> read(Path file) throws IOException {
        assertThat(file).exists();
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        Map<String, String> all = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> all.put(key, properties.getProperty(key)));
        return all;
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Path> files(Path folder, String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(file -> file.toString().endsWith(ending)).collect(Collectors.toCollection(TreeSet::new));
        }
    }
}

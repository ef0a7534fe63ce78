package org.gongkai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 模板本身：没有内联脚本和样式，每个提交的表单都有防伪字段。 */
@DisplayName("模板：防伪字段、没有内联脚本和样式")
class TemplateSafetyTests {

    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Path ASSETS = Path.of("src/main/resources/static/assets");
    private static final Pattern CLASS = Pattern.compile("\\.([a-z][a-z0-9-]*)");
    private static final Pattern FORM = Pattern.compile("(?is)<form\\b[^>]*method=\"post\"[^>]*>(.*?)</form>");
    private static final Pattern SENDS = Pattern.compile("hx-(?:post|put|patch|delete)=");
    private static final Pattern INLINE = Pattern.compile(
            "(?is)<style\\b|\\sstyle\\s*=|<script\\b(?![^>]*\\bsrc=)|\\son[a-z]+\\s*=\\s*[\"'$]|javascript:|\\$unsafe\\{\\s*page");

    @Test
    @DisplayName("每个 method=post 的表单里都有防伪字段，htmx 提交只在这样的表单里")
    void every_form_carries_the_token() {
        int forms = 0;
        List<String> bare = new ArrayList<>();
        for (Path template : templates()) {
            var found = FORM.matcher(read(template));
            while (found.find()) {
                forms++;
                if (!found.group(1).contains("@template.ui.csrf(page = page)")) {
                    bare.add(template + ": " + found.group().lines().findFirst().orElse(""));
                }
            }
            String outside = FORM.matcher(read(template)).replaceAll("");
            if (SENDS.matcher(outside).find() && !outside.contains("hx-include")) {
                bare.add(template + ": htmx sends outside a form");
            }
        }
        assertThat(bare).isEmpty();
        assertThat(forms).isGreaterThan(20);
    }

    @Test
    @DisplayName("没有内联脚本、内联样式、事件属性")
    void nothing_is_inline() {
        List<String> inline = new ArrayList<>();
        for (Path template : templates()) {
            var found = INLINE.matcher(read(template));
            while (found.find()) {
                inline.add(template + ": " + found.group());
            }
        }
        assertThat(inline).isEmpty();
    }

    @Test
    @DisplayName("样式表里没有谁也不用的类")
    void every_style_is_used() {
        var selectors = read(ASSETS.resolve("gongkai.css"))
                .replaceAll("(?s)/\\*.*?\\*/", "")
                .replaceAll("\\{[^{}]*}", "{}");
        var used = new StringBuilder(read(ASSETS.resolve("gongkai.js"))).append(read(ASSETS.resolve("editor.js")));
        templates().forEach(template -> used.append(read(template)));
        files(Path.of("src/main/java"), ".java").forEach(source -> used.append(read(source)));
        var words = new HashSet<>(List.of(used.toString().split("[^A-Za-z0-9_-]+")));
        assertThat(CLASS.matcher(selectors).results().map(found -> found.group(1)))
                .filteredOn(name -> !name.startsWith("htmx-"))
                .allMatch(words::contains);
    }

    private static List<Path> templates() {
        return files(TEMPLATES, ".jte");
    }

    private static List<Path> files(Path folder, String ending) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

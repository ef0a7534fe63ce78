package org.gongkai.ui;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** 启动时读入全部资源文件。 Placeholders are {@code {0}}; an argument that is itself a key is printed as its text. */
@Component
class BundledTexts implements Texts {

    /** {@code {0}} 的长度。 */
    private static final int PLACE = 3;

    private final Map<String, String> chinese = new HashMap<>();
    private final Map<String, String> english = new HashMap<>();

    BundledTexts() {
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
                String name = file.getFilename();
                read(file, name != null && name.endsWith("_en.properties") ? english : chinese);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String get(Locale locale, String key, Object... args) {
        String text = find(locale, key);
        if (text == null || args.length == 0) {
            return text == null ? key : text;
        }
        var filled = new StringBuilder(text.length() + 32);
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', open + 1)) {
            if (isPlace(text, open)) {
                int index = text.charAt(open + 1) - '0';
                filled.append(text, from, open).append(index < args.length ? words(locale, args[index]) : "");
                from = open + PLACE;
            }
        }
        return filled.append(text, from, text.length()).toString();
    }

    /** {@code {0}} to {@code {9}}. */
    private static boolean isPlace(String text, int open) {
        return open + PLACE <= text.length()
                && Character.isDigit(text.charAt(open + 1))
                && text.charAt(open + 2) == '}';
    }

    private @org.jspecify.annotations.Nullable String find(Locale locale, String key) {
        String text = locale.getLanguage().equals("en") ? english.get(key) : null;
        return text != null ? text : chinese.get(key);
    }

    private String words(Locale locale, @org.jspecify.annotations.Nullable Object argument) {
        if (argument instanceof Collection<?> many) {
            return many.stream().map(each -> words(locale, each)).collect(Collectors.joining("、"));
        }
        String plain = String.valueOf(argument);
        String text = find(locale, plain);
        return text != null ? text : plain;
    }

    private static void read(Resource file, Map<String, String> into) throws IOException {
        var properties = new Properties();
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        properties.forEach((key, value) -> into.put((String) key, (String) value));
    }
}

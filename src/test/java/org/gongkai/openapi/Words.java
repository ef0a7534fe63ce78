package org.gongkai.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** 操作和参数的说明，中文和英文，手写在 docs/api 的两个表里。 What operations and parameters mean, kept in docs/api/*.csv. */
final class Words {

    private static final Pattern CHINESE = Pattern.compile("[一-鿿]");
    private static final Pattern CODES = Pattern.compile("[A-Z_（默认）、]+");
    private static final Pattern ENGLISH = Pattern.compile("[A-Za-z]{2,}");
    private static final Pattern CELL = Pattern.compile("\"([^\"]*)\"(?:,|$)|([^,]*)(?:,|$)");

    private final Map<String, List<String>> operations = read("operations.csv");
    private final Map<String, List<String>> parameters = read("parameters.csv");
    private final Set<String> missing = new TreeSet<>();
    private final Set<String> used = new TreeSet<>();

    String ofOperation(String method, String path) {
        return said(operations, method + " " + path, method + " " + path);
    }

    /** The line of this path, or else the one for all. */
    String ofParameter(String path, String name) {
        String own = path + " " + name;
        return said(parameters, parameters.containsKey(own) ? own : "* " + name, own);
    }

    /** 没有说明、或者少一种语言的。 */
    Set<String> missing() {
        return missing;
    }

    /** 没有用到的说明。 */
    Set<String> idle() {
        var idle = new TreeSet<>(operations.keySet());
        idle.addAll(parameters.keySet());
        idle.removeAll(used);
        return idle;
    }

    private String said(Map<String, List<String>> from, String key, String asked) {
        used.add(key);
        var words = from.get(key);
        if (words == null
                || !isChinese(words.get(0))
                || !ENGLISH.matcher(words.get(1)).find()) {
            missing.add(asked);
            return "";
        }
        return words.get(0) + "。 " + words.get(1);
    }

    private static boolean isChinese(String text) {
        return CHINESE.matcher(text).find() || CODES.matcher(text).matches();
    }

    /** Lines {@code first,second,chinese,english} by "first second". */
    private static Map<String, List<String>> read(String name) {
        try {
            var words = new TreeMap<String, List<String>>();
            Files.readAllLines(Path.of("docs", "api", name)).stream().skip(1).forEach(line -> {
                var cells = new ArrayList<String>();
                CELL.matcher(line)
                        .results()
                        .forEach(found -> cells.add(found.group(1) == null ? found.group(2) : found.group(1)));
                words.put(cells.get(0) + " " + cells.get(1), List.of(cells.get(2), cells.get(3)));
            });
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

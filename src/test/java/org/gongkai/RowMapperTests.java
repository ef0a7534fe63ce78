package org.gongkai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeInstruction;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * 行映射里不再查询：结果还开着就在同一条连接上又问，一页就是几十次。先读完各行，再查别的。
 *
 * <p>A mapper, in the bytecode, is any method that is handed a result set; a lambda is one too. ArchUnit counts what a lambda does as
 * done by the method around it, so this looks for itself.
 */
@DisplayName("行映射只读自己的一行")
class RowMapperTests {

    private static final String SQL = "org/springframework/jdbc/core/simple/JdbcClient.";

    /** What lies deeper is a memory that asks the database once in a while, such as the calendar in force. */
    private static final int DEEPEST = 3;

    @Test
    @DisplayName("没有一个行映射再去查数据库")
    void no_mapper_runs_a_query() throws IOException, URISyntaxException {
        var calls = calls(Path.of(Gongkai.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI()));
        var mappers = calls.keySet().stream()
                .filter(method -> method.substring(method.indexOf('(')).contains("Ljava/sql/ResultSet;"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(mappers).hasSizeGreaterThan(100);

        List<String> found = new ArrayList<>();
        mappers.forEach(mapper -> look(mapper, List.of(mapper), calls, found));

        assertThat(found).isEmpty();
    }

    private static void look(String method, List<String> path, Map<String, Set<String>> calls, List<String> found) {
        for (String called : calls.getOrDefault(method, Set.of())) {
            if (called.startsWith(SQL)) {
                found.add(String.join(" → ", path));
            } else if (path.size() <= DEEPEST && !path.contains(called)) {
                var further = new ArrayList<>(path);
                further.add(called);
                look(called, further, calls, found);
            }
        }
    }

    /** Each method of the product, and those it calls; both as {@code owner.name(descriptor)}. */
    private static Map<String, Set<String>> calls(Path classes) throws IOException {
        Map<String, Set<String>> calls = new HashMap<>();
        try (var files = Files.walk(classes.resolve("org/gongkai"))) {
            files.filter(file -> file.toString().endsWith(".class"))
                    .map(RowMapperTests::parsed)
                    .forEach(type -> type.methods()
                            .forEach(method -> calls.put(
                                    type.thisClass().asInternalName() + "."
                                            + method.methodName().stringValue()
                                            + method.methodType().stringValue(),
                                    called(method))));
        }
        return calls;
    }

    private static ClassModel parsed(Path file) {
        try {
            return ClassFile.of().parse(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> called(MethodModel method) {
        Set<String> called = new TreeSet<>();
        method.code()
                .ifPresent(code -> code.forEach(element -> {
                    if (element instanceof InvokeInstruction call) {
                        called.add(call.owner().asInternalName() + "."
                                + call.name().stringValue() + call.type().stringValue());
                    }
                }));
        return called;
    }
}

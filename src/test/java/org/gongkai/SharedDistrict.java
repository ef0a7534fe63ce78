package org.gongkai;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkai.identity.Duty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * 所有旅程共用的示范区：程序只启动一次，人员各登录一次，测试进程结束时关掉。
 *
 * <p>One running application with the demonstration district for all journeys of the test run. Journeys must not count what others
 * may have added, and take what they consume (an overdue item, a draft) for themselves.
 */
final class SharedDistrict {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static RunningGongkai gongkai;
    private static boolean failed;
    private static Staff staff;
    private static final Map<String, Visitor> PEOPLE = new HashMap<>();

    private SharedDistrict() {}

    static synchronized RunningGongkai running() {
        if (failed) {
            throw new IllegalStateException("the shared district did not start, see the first journey");
        }
        if (gongkai == null) {
            failed = true;
            try {
                gongkai = RunningGongkai.start(Files.createTempDirectory(Path.of("target"), "journeys-home"), true);
                Runtime.getRuntime().addShutdownHook(new Thread(gongkai::close));
                failed = false;
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        return gongkai;
    }

    static String url() {
        return running().url();
    }

    /** 首位管理员，能建账号。 */
    static synchronized Staff staff() {
        if (staff == null) {
            try {
                staff = Staff.begin(running());
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        return staff;
    }

    /** 某机构担任这些岗位的人，坐在一个新开的浏览器前；同样的人只登录一次。 */
    static Visitor as(String body, Duty... duties) {
        return sitting(body, Visitor.at(url()), duties);
    }

    /** 换一种屏幕。 */
    static synchronized Visitor sitting(String body, Visitor at, Duty... duties) {
        EnumSet<Duty> set = EnumSet.copyOf(List.of(duties));
        String key = body + " " + set;
        Visitor person = PEOPLE.computeIfAbsent(key, _ -> {
            String login = "j" + Integer.toHexString(key.hashCode());
            return staff().person(login, name(set), body, duties);
        });
        at.page()
                .context()
                .addCookies(person.page().context().cookies().stream()
                        .map(cookie ->
                                new com.microsoft.playwright.options.Cookie(cookie.name, cookie.value).setUrl(url()))
                        .toList());
        return at;
    }

    private static String name(EnumSet<Duty> duties) {
        return switch (duties.iterator().next()) {
            case LIAISON -> "林联络";
            case SECTION_HEAD -> "何科长";
            case SECRECY_REVIEWER -> "严保密";
            case SIGNER -> "高签发";
            case OFFICE -> "钟公开";
            case LEADER -> "郑领导";
            case AUDITOR -> "孙审计";
            default -> "丁管理";
        };
    }

    /** 接口里的一条义务。 */
    record Owed(String id, String body, String item, String area, String kind, String dueOn, String formedOn) {}

    /** 待公开的义务，按最后一日。 */
    static List<Owed> open(String query) {
        try {
            JsonNode page = JSON.readTree(running()
                    .get("/api/v1/obligations?state=OPEN&size=200" + query)
                    .body());
            return page.get("items")
                    .valueStream()
                    .map(one -> new Owed(
                            one.path("id").asString(),
                            one.path("body").asString(),
                            one.path("item").asString(),
                            one.path("area").asString(),
                            one.path("kind").asString(),
                            one.path("dueOn").asString(""),
                            one.path("formedOn").asString("")))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** 有日期的待公开事项最多的部门。 */
    static String busiestBody() {
        return open("").stream()
                .filter(one -> !one.dueOn().isEmpty())
                .collect(Collectors.groupingBy(Owed::body, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow()
                .getKey();
    }
}

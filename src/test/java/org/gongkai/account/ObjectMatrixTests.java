package org.gongkai.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.gongkai.GongkaiTest;
import org.gongkai.account.Endpoints.Endpoint;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.organisation.OrganisationDesk;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * F13：入口 × 岗位 × 范围 × 状态，用真的对象：本机构和别的机构的草稿、在审、已公开、已撤回。
 *
 * <p>Real disclosures of an own and a foreign body in every state; each endpoint that names one is called by every duty of the own
 * body, by the office, by tokens and by nobody. What is foreign does not exist (404), and no canary of it is ever seen.
 */
@GongkaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("入口、岗位、范围、状态（F13）")
class ObjectMatrixTests {

    private static final String OWN = "SCOPE-OWN";
    private static final String FOREIGN = "SCOPE-FOREIGN";
    private static final String CANARY = "金丝雀不许看见";
    private static final String RECORD = "{id:[0-9]{1,18}}";
    private static final Set<Duty> CONTENT =
            EnumSet.of(Duty.LIAISON, Duty.SECTION_HEAD, Duty.SECRECY_REVIEWER, Duty.SIGNER);
    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");

    private enum State {
        DRAFT,
        IN_REVIEW,
        PUBLISHED,
        WITHDRAWN
    }

    private final Endpoints endpoints;
    private final Tokens tokens;
    private final Accounts accounts;
    private final Staff staff;
    private final OrganisationDesk organisation;
    private final CurrentActor current;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    private final Map<String, Map<State, Long>> objects = new LinkedHashMap<>();
    private final Map<Duty, Browser> people = new EnumMap<>(Duty.class);
    private final Map<Duty, String> keys = new EnumMap<>(Duty.class);

    ObjectMatrixTests(
            Endpoints endpoints,
            Tokens tokens,
            Accounts accounts,
            ApplicationContext context,
            OrganisationDesk organisation,
            CurrentActor current,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.endpoints = endpoints;
        this.tokens = tokens;
        this.accounts = accounts;
        this.staff = new Staff(context);
        this.organisation = organisation;
        this.current = current;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @BeforeAll
    void plant() {
        current.runAs(
                Actor.SYSTEM,
                () -> organisation.importBodies(
                        List.of(
                                List.of("code", "name", "aliases", "parent", "level"),
                                List.of(OWN, "范围本区民政局", "", "", "县级"),
                                List.of(FOREIGN, "范围别区教育局", "", "", "县级")),
                        false));
        for (String body : List.of(OWN, FOREIGN)) {
            objects.put(body, plant(body));
        }
        for (Duty duty : Duty.values()) {
            String login = staff.add(OWN, duty);
            people.put(duty, staff.signIn(login));
            keys.put(duty, token(login, duty));
        }
    }

    private Map<State, Long> plant(String body) {
        String login = staff.add(body, CONTENT.toArray(Duty[]::new));
        String token = token(login, CONTENT.toArray(Duty[]::new));
        var signer = staff.signedIn(body, Duty.SIGNER);
        var planted = new EnumMap<State, Long>(State.class);
        planted.put(State.IN_REVIEW, file(token, body, State.IN_REVIEW, ""));
        String signed = ",\"signOff\":{\"draftedBy\":\"甲\",\"reviewedBy\":\"乙\",\"signedBy\":\"丙\"}";
        planted.put(State.PUBLISHED, file(token, body, State.PUBLISHED, signed));
        planted.put(State.WITHDRAWN, file(token, body, State.WITHDRAWN, signed));
        planted.put(State.DRAFT, file(token, body, State.DRAFT, ""));
        long draft = planted.get(State.DRAFT);
        var author = staff.signIn(login);
        author.get("/desk/publication/" + draft);
        author.post("/desk/publication/" + draft + "/act", "version", version(draft), "action", "RECALL");
        long gone = planted.get(State.WITHDRAWN);
        signer.get("/desk/publication/" + gone);
        var withdrawn = signer.post(
                "/desk/publication/" + gone + "/withdraw",
                "version",
                version(gone),
                "reason",
                "PUBLISHED_IN_ERROR",
                "note",
                "重复");
        assertThat(withdrawn.statusCode()).as(withdrawn.body()).isEqualTo(302);
        return planted;
    }

    private long file(String token, String body, State state, String more) {
        String title = (state == State.PUBLISHED ? "公开的" : CANARY) + body + state;
        var answer = staff.browser()
                .send(staff.browser()
                        .to("/api/v1/disclosures")
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"title\":\"%s\",\"body\":\"%s\",\"formedOn\":\"2026-09-01\",\"text\":\"%s的正文\"%s}"
                                        .formatted(title, body, title, more))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var id = ID.matcher(answer.body());
        assertThat(id.find()).isTrue();
        return Long.parseLong(id.group(1));
    }

    private String token(String login, Duty... duties) {
        return tokens.issue(
                accounts.find(login).orElseThrow().id(),
                "matrix",
                EnumSet.copyOf(List.of(duties)),
                null,
                LocalDate.now(clock).plusDays(30));
    }

    private String version(long id) {
        return current.callAs(
                Actor.SYSTEM,
                () -> transaction.execute(
                        status -> jdbc.sql("select version::text from publication.disclosure where id = ?")
                                .param(id)
                                .query(String.class)
                                .single()));
    }

    @Test
    @DisplayName("种下的对象确实处于四种状态")
    void the_objects_are_in_four_states() {
        for (var planted : objects.values()) {
            assertThat(standing(planted.get(State.DRAFT))).isEqualTo("UNPUBLISHED DRAFT");
            assertThat(standing(planted.get(State.IN_REVIEW))).isEqualTo("UNPUBLISHED SECTION_REVIEW");
            assertThat(standing(planted.get(State.PUBLISHED))).startsWith("PUBLISHED");
            assertThat(standing(planted.get(State.WITHDRAWN))).startsWith("WITHDRAWN");
        }
    }

    private String standing(long id) {
        return current.callAs(
                Actor.SYSTEM,
                () -> transaction.execute(
                        status -> jdbc.sql("""
                        select d.standing || ' ' || coalesce(e.state, '') from publication.disclosure d
                        left join publication.edition e on e.id = d.working_edition where d.id = ?""").param(id).query(String.class).single()));
    }

    @Test
    @DisplayName("别的机构的对象，不论什么状态、什么岗位、读还是写，都说没有；本机构的按岗位放行；匿名的去登录")
    void what_is_foreign_does_not_exist() {
        var wrong = new TreeSet<String>();
        int cells = 0;
        for (var endpoint : endpoints.all()) {
            if (!endpoint.path().startsWith("/desk/publication/" + RECORD)) {
                continue;
            }
            for (Duty duty : Duty.values()) {
                for (State state : State.values()) {
                    cells += 2;
                    foreign(endpoint, duty, state, wrong);
                    if (endpoint.method().equals("GET")) {
                        own(endpoint, duty, state, wrong);
                    }
                }
            }
            for (State state : State.values()) {
                int status = send(endpoint, staff.browser(), objects.get(OWN).get(state))
                        .statusCode();
                if (status != 302 && status != 403) {
                    wrong.add("nobody %s %s %s: %d".formatted(endpoint.method(), endpoint.path(), state, status));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(cells).isGreaterThan(700);
        the_objects_are_in_four_states();
    }

    private void foreign(Endpoint endpoint, Duty duty, State state, Set<String> wrong) {
        long id = objects.get(FOREIGN).get(state);
        var answer = send(endpoint, people.get(duty), id);
        int expected = !endpoint.duties().contains(duty) ? 403 : duty.isDistrictWide() ? 0 : 404;
        boolean right = expected == 0 ? answer.statusCode() < 500 : answer.statusCode() == expected;
        if (!right || expected != 0 && answer.body().contains(CANARY)) {
            wrong.add("%s of a foreign %s by %s: %d"
                    .formatted(endpoint.method() + " " + endpoint.path(), state, duty, answer.statusCode()));
        }
    }

    private void own(Endpoint endpoint, Duty duty, State state, Set<String> wrong) {
        int status =
                send(endpoint, people.get(duty), objects.get(OWN).get(state)).statusCode();
        boolean right = endpoint.duties().contains(duty) ? status < 400 || status == 422 : status == 403;
        if (!right) {
            wrong.add("%s of an own %s by %s: %d".formatted(endpoint.path(), state, duty, status));
        }
    }

    /** Sends of the office are blank forms: they answer something, and change nothing. */
    private HttpResponse<String> send(Endpoint endpoint, Browser browser, long id) {
        String path = endpoint.path().replace(RECORD, String.valueOf(id));
        if (endpoint.method().equals("GET")) {
            return browser.get(path);
        }
        return browser.post(
                path,
                "version",
                "999",
                "action",
                "DISCARD",
                "reason",
                "PUBLISHED_IN_ERROR",
                "note",
                "x",
                "title",
                "x",
                "conclusion",
                "MAY_DISCLOSE",
                "act",
                "save");
    }

    @Test
    @DisplayName("接口按编号取：只有已公开的取得到，令牌也一样；列表和检索里没有别人未公开的")
    void the_api_shows_what_is_public_and_no_canary() {
        var wrong = new TreeSet<String>();
        var callers = new java.util.ArrayList<>(keys.values());
        callers.add("");
        for (String key : callers) {
            for (var planted : objects.values()) {
                planted.forEach((state, id) -> {
                    int status = api(key, "/api/v1/disclosures/" + id).statusCode();
                    if (status != expected(state)) {
                        wrong.add(state + ": " + status);
                    }
                });
            }
            for (String path : List.of(
                    "/api/v1/disclosures?size=100&body=" + FOREIGN,
                    "/api/v1/search?q=" + enc(CANARY),
                    "/search?q=" + enc(CANARY),
                    "/feed",
                    "/sitemap-body.xml?body=" + FOREIGN,
                    "/xxgk/" + FOREIGN + "/nr")) {
                String body = api(key, path).body().replace("value=\"" + CANARY, "");
                if (body.contains(CANARY + FOREIGN)) {
                    wrong.add("canary at " + path);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** 撤回的留下公开的说明（410），没有公开过的没有。 */
    private static int expected(State state) {
        return switch (state) {
            case PUBLISHED -> 200;
            case WITHDRAWN -> 410;
            case DRAFT, IN_REVIEW -> 404;
        };
    }

    private HttpResponse<String> api(String key, String path) {
        var browser = staff.browser();
        var request = browser.to(path).GET();
        return browser.send(key.isEmpty() ? request : request.header("Authorization", "Bearer " + key));
    }

    private static String enc(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("没有一张页面漏出别的机构未公开的字，也没有一张页面带内联脚本、样式")
    void no_page_shows_a_canary_or_anything_inline() {
        var wrong = new TreeSet<String>();
        int pages = 0;
        for (Duty duty : Duty.values()) {
            for (var endpoint : endpoints.all()) {
                if (!endpoint.method().equals("GET") || endpoint.path().contains("{")) {
                    continue;
                }
                for (String query : List.of("", "?q=" + enc(CANARY), "?body=" + FOREIGN)) {
                    var answer = people.get(duty).get(endpoint.path() + query);
                    String type = answer.headers().firstValue("Content-Type").orElse("");
                    if (answer.statusCode() == 200 && type.startsWith("text/html")) {
                        pages++;
                        Inline.of(answer.body()).forEach(found -> wrong.add(endpoint.path() + ": " + found));
                    }
                    if (!duty.isDistrictWide() && answer.body().contains(CANARY + FOREIGN)) {
                        wrong.add("canary at %s%s for %s".formatted(endpoint.path(), query, duty));
                    }
                    if (answer.statusCode() >= 500) {
                        wrong.add("%s%s: %d".formatted(endpoint.path(), query, answer.statusCode()));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(pages).isGreaterThan(100);
    }

    @Test
    @DisplayName("应用不过滤时，数据库自己守得住：直接查表，别的机构未公开的一行也没有，也改不动")
    void row_level_security_stands_alone() {
        long foreign = objects.get(FOREIGN).get(State.DRAFT);
        long review = objects.get(FOREIGN).get(State.IN_REVIEW);
        var actor = new Actor("rls", "行级", OWN, Set.of(Duty.LIAISON), Set.of(OWN), false);
        for (var who : List.of(actor, Actor.ANONYMOUS)) {
            current.runAs(
                    who,
                    () -> transaction.executeWithoutResult(status -> {
                        for (String table : List.of("disclosure", "edition", "review")) {
                            String column = table.equals("disclosure") ? "id" : "disclosure";
                            assertThat(count("select count(*) from publication." + table + " where " + column + " in ("
                                            + foreign + "," + review + ")"))
                                    .as(table)
                                    .isZero();
                        }
                        assertThat(count("select count(*) from publication.edition where body = '" + FOREIGN
                                        + "' and title like '%" + CANARY + "%' and not public"))
                                .isZero();
                        assertThat(jdbc.sql("update publication.disclosure set version = version + 1 where body = ?")
                                        .param(FOREIGN)
                                        .update())
                                .isZero();
                        status.setRollbackOnly();
                    }));
        }
        current.runAs(
                actor,
                () -> transaction.executeWithoutResult(status -> assertThat(
                                count("select count(*) from publication.disclosure where id = "
                                        + objects.get(OWN).get(State.DRAFT)))
                        .as("one's own are there")
                        .isEqualTo(1)));
        assertThat(standing(foreign)).isEqualTo("UNPUBLISHED DRAFT");
    }

    @Test
    @DisplayName("属于某一机构而未必公开的表，张张有强制的行级安全和策略")
    void every_table_of_bodies_is_guarded() {
        assertThat(jdbc.sql("""
                        select c.oid::regclass::text from pg_class c
                        join pg_namespace n on n.oid = c.relnamespace
                        join pg_attribute a on a.attrelid = c.oid and a.attname = 'body' and not a.attisdropped
                        where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'scratch')
                          and not (c.relrowsecurity and c.relforcerowsecurity
                                   and exists (select from pg_policy p where p.polrelid = c.oid))
                        order by 1""").query(String.class).list())
                .as("only what is public or belongs to the administration may go without")
                .allMatch(table -> table.startsWith("account.")
                        || table.startsWith("catalogue.")
                        || Set.of(
                                        "journal.line",
                                        "organisation.guide",
                                        "publication.route",
                                        "publication.ready_reason",
                                        "obligation.rule",
                                        "obligation.tally",
                                        "request.suggestion_count")
                                .contains(table));
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}

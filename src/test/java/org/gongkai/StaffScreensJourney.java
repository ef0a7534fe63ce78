package org.gongkai;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.identity.Duty;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * 工作台的每一屏：各岗位从菜单走得到的，和各清单里打开的第一条。
 *
 * <p>Every staff screen, reached as each duty reaches it, held to the figures of the interface: no barrier of level serious or critical,
 * usable at 768 and 360 pixels, one heading, nothing from elsewhere.
 */
@DisplayName("工作台每一屏：无障碍、三百六十像素、一个标题、没有站外请求")
@InDistrict
class StaffScreensJourney {

    private static final boolean KEEP = Boolean.getBoolean("gongkai.screens");
    private static final int OFFICE = 1366;

    private final List<String> wrong = new ArrayList<>();

    @Test
    @DisplayName("联络员")
    void the_liaison() {
        String body = SharedDistrict.busiestBody();
        walk("liaison", body, List.of("/desk/publication/new", "/desk/publication?tab=PUBLISHED"), Duty.LIAISON);
    }

    @Test
    @DisplayName("审核人：科室、保密、签发")
    void the_reviewers() {
        walk(
                "reviewer",
                SharedDistrict.busiestBody(),
                List.of("/desk/publication/review"),
                Duty.SECTION_HEAD,
                Duty.SECRECY_REVIEWER,
                Duty.SIGNER);
    }

    @Test
    @DisplayName("正在换上新自查结果的那一刻，字也一样清楚")
    void what_is_being_swapped_stays_readable() {
        try (Visitor liaison = SharedDistrict.as(SharedDistrict.busiestBody(), Duty.LIAISON)) {
            liaison.open("/desk/publication/new");
            liaison.page()
                    .evaluate("document.querySelectorAll('#check, #check *')"
                            + ".forEach(part => part.classList.add('htmx-request', 'htmx-swapping', 'htmx-settling'))");
            assertThat(liaison.barriers()).isEmpty();
        }
    }

    @Test
    @DisplayName("政务公开科")
    void the_office() {
        walk("office", "", List.of("/desk/catalogue/bodies"), Duty.OFFICE);
    }

    @Test
    @DisplayName("系统、安全、审计三员")
    void the_administrators() {
        walk("system", "", List.of(), Duty.SYSTEM_ADMINISTRATOR);
        walk("security", "", List.of("/desk/accounts/new"), Duty.SECURITY_ADMINISTRATOR);
        walk("auditor", "", List.of(), Duty.AUDITOR);
    }

    /** 菜单里的每一项；每一项里主要清单的第一条；另外几处。每一屏只打开一次。 */
    private void walk(String role, String body, List<String> others, Duty... duties) {
        try (Visitor staff = SharedDistrict.as(body, duties)) {
            staff.open("/desk");
            Map<String, String> menu = new LinkedHashMap<>();
            linksOf(staff, ".desk-menu a").forEach(link -> menu.putIfAbsent(kind(link), link));
            menu.putIfAbsent("/desk/me", "/desk/me");
            others.forEach(link -> menu.put(link, link));
            Map<String, String> further = new LinkedHashMap<>();
            for (String place : menu.values()) {
                look(role, place, staff.open(place));
                linksOf(staff, "main a").stream()
                        .filter(link -> !link.endsWith("/marked"))
                        .filter(link -> !menu.containsKey(kind(link)))
                        .forEach(link -> further.putIfAbsent(kind(link), link));
            }
            further.values().forEach(place -> look(role, place, staff.open(place)));
            assertThat(staff.elsewhere()).isEmpty();
        }
        assertThat(wrong).isEmpty();
    }

    private void look(String role, String place, Visitor visitor) {
        wrong.addAll(visitor.barriers());
        if (visitor.page().locator("h1").count() != 1) {
            wrong.add(place + " has not one heading");
        }
        if (visitor.page().locator(".desk-menu [aria-current]").count() > 1) {
            wrong.add(place + " is marked as current more than once in the menu");
        }
        fits(role, place, OFFICE, visitor);
        for (int width : List.of(768, 360, 320)) {
            visitor.page().setViewportSize(width, 800);
            if (KEEP) {
                visitor.open(place);
            }
            fits(role, place, width, visitor);
        }
        visitor.page().setViewportSize(OFFICE, 768);
    }

    private void fits(String role, String place, int width, Visitor visitor) {
        if (visitor.overflow() > 0) {
            wrong.add(place + " wider than " + width + " by " + visitor.overflow());
        }
        keep(role, place, width == OFFICE ? "" : "-" + width, visitor);
    }

    private static void keep(String role, String place, String suffix, Visitor visitor) {
        if (KEEP) {
            Screens.whole(visitor, role + place.replaceFirst("\\?.*", "").replaceAll("[^A-Za-z0-9]+", "-") + suffix);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<String> linksOf(Visitor visitor, String selector) {
        var all = (List<String>)
                visitor.page().locator(selector).evaluateAll("links => links.map(a => a.getAttribute('href'))");
        return all.stream()
                .filter(link -> link != null && link.startsWith("/desk"))
                .map(link -> link.replaceFirst("#.*", ""))
                .toList();
    }

    /** 同一种页面只看一张。 */
    private static String kind(String link) {
        return link.replaceFirst("\\?.*", "").replaceAll("/[^/]*[0-9A-Z][^/]*", "/*");
    }
}

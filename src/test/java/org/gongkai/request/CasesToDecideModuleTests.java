package org.gongkai.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.GongkaiTest;
import org.gongkai.account.Staff;
import org.gongkai.identity.Actor;
import org.gongkai.identity.Duty;
import org.gongkai.publication.spi.ReviewNotes;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

@GongkaiTest
@DisplayName("等人审核、签发的答复，在他的首屏上")
class CasesToDecideModuleTests {

    private static final Actor OFFICE = new Actor("decide-office", "科员", null, Set.of(Duty.OFFICE), Set.of(), true);

    private final TestCases cases;
    private final CasesToDecide toDecide;
    private final CaseRoutes routes;
    private final Staff staff;

    CasesToDecideModuleTests(ApplicationContext context, CasesToDecide toDecide, CaseRoutes routes) {
        this.cases = new TestCases(context);
        this.toDecide = toDecide;
        this.routes = routes;
        this.staff = new Staff(context);
    }

    private List<String> of(Actor actor) {
        return cases.as(actor, () -> toDecide.of(actor)).stream()
                .map(ReviewNotes.Note::url)
                .toList();
    }

    @Test
    @DisplayName("到了谁的环节，谁的首屏上有；自己拟的、办过的、不在路径上的没有")
    void it_is_on_the_screen_of_whose_turn_it_is() {
        var office = cases.office();
        long id = cases.inHand(office, "2026-03-02");
        var url = "/desk/requests/" + id;
        assertThat(of(office.head())).isEmpty();
        var both = new Actor(
                office.liaison().account(),
                "李联络",
                office.body(),
                Set.of(Duty.LIAISON, Duty.SECTION_HEAD),
                Set.of(office.body()),
                false);
        cases.act(office.liaison(), id, RequestAction.DRAFT_REPLY, Told.of("附后").reply(ReplyKind.GRANTED));
        assertThat(of(office.head())).containsExactly(url);
        assertThat(of(both)).as("自己拟的").isEmpty();
        assertThat(of(office.signer())).isEmpty();
        assertThat(of(office.liaison())).isEmpty();
        cases.act(office.head(), id, RequestAction.APPROVE, Told.nothing());
        assertThat(of(office.head())).isEmpty();
        cases.act(office.secrecy(), id, RequestAction.CLEAR, Told.nothing());
        assertThat(of(office.signer())).containsExactly(url);
        assertThat(of(cases.office().signer())).as("别的机关").isEmpty();

        var screen = staff.signedIn(office.body(), Duty.SIGNER).get("/desk/publication/review");
        assertThat(screen.body()).contains("还有等您决定的", url, "待签发");
        var named = staff.add(office.body(), Duty.SIGNER);
        cases.as(OFFICE, () -> {
            routes.choose(
                    office.body(), Map.of(CaseStep.SIGN, new CaseRoutes.Who(Set.of(Duty.SIGNER), List.of(named))));
            return true;
        });
        assertThat(of(office.signer())).as("不在路径上").isEmpty();
    }
}

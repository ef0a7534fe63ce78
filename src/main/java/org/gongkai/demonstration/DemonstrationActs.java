package org.gongkai.demonstration;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gongkai.catalogue.CatalogueDesk;
import org.gongkai.catalogue.Channel;
import org.gongkai.identity.Actor;
import org.gongkai.identity.CurrentActor;
import org.gongkai.identity.Duty;
import org.gongkai.obligation.Coverage;
import org.gongkai.obligation.Excuse;
import org.gongkai.obligation.Obligation;
import org.gongkai.obligation.ObligationDesk;
import org.gongkai.obligation.ObligationFigures;
import org.gongkai.obligation.ObligationFilter;
import org.gongkai.obligation.ObligationKind;
import org.gongkai.obligation.Obligations;
import org.gongkai.publication.DisclosureDraft;
import org.gongkai.publication.DisclosureFilter;
import org.gongkai.publication.DisclosureType;
import org.gongkai.publication.Disclosures;
import org.gongkai.publication.OutletDesk;
import org.gongkai.publication.PublicationDesk;
import org.gongkai.publication.PublicationWork;
import org.gongkai.publication.WithdrawalReason;
import org.gongkai.ui.Sentences;
import org.gongkai.workflow.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * 示范区里不靠导入而靠办理的事：撤回、说明理由、送审。都走正式的办理入口，照样要岗位、要理由、要留痕。
 *
 * <p>What a district does by hand rather than by file, through the same verbs as its staff.
 */
@Component
class DemonstrationActs {

    private static final Logger LOG = LoggerFactory.getLogger(DemonstrationActs.class);
    private static final int SOME = 4;
    private static final List<WithdrawalReason> REASONS = List.of(
            WithdrawalReason.PUBLISHED_IN_ERROR,
            WithdrawalReason.DISPLAY_PERIOD_OVER,
            WithdrawalReason.PERSONAL_DATA,
            WithdrawalReason.DUPLICATE);
    private static final List<String> NOTES =
            List.of("附表数据有误，核实后重新发布。", "公示期已满，按规定撤下。", "附件中含有不应公开的个人信息，处理后重新发布。", "与已公开的同一文件重复。");

    private static final int SPREAD = 3;

    private final PublicationDesk desk;
    private final OutletDesk outlets;
    private final PublicationWork work;
    private final Disclosures disclosures;
    private final ObligationDesk obligationDesk;
    private final Obligations obligations;
    private final ObligationFigures figures;
    private final CatalogueDesk catalogue;
    private final CurrentActor current;
    private final Sentences sentences;

    DemonstrationActs(
            PublicationDesk desk,
            OutletDesk outlets,
            PublicationWork work,
            Disclosures disclosures,
            ObligationDesk obligationDesk,
            Obligations obligations,
            ObligationFigures figures,
            CatalogueDesk catalogue,
            CurrentActor current,
            Sentences sentences) {
        this.desk = desk;
        this.outlets = outlets;
        this.work = work;
        this.disclosures = disclosures;
        this.obligationDesk = obligationDesk;
        this.obligations = obligations;
        this.figures = figures;
        this.catalogue = catalogue;
        this.current = current;
        this.sentences = sentences;
    }

    /** 义务都已经推出来了：每一条公开都有归属。 Whether every publication has been settled. */
    boolean settled(long published) {
        return figures.coverage(null).stream()
                        .mapToLong(cell -> cell.metOnTime() + cell.metLate())
                        .sum()
                >= published;
    }

    long overdue() {
        return figures.coverage(null).stream().mapToLong(Coverage::overdue).sum();
    }

    void withdraw(DistrictYear year) {
        List<Formed> chosen =
                year.published().filter(one -> one.withdrawnOn() != null).toList();
        for (int i = 0; i < Math.min(SOME, chosen.size()); i++) {
            Formed one = chosen.get(i);
            WithdrawalReason reason = REASONS.get(i % REASONS.size());
            String note = NOTES.get(i % NOTES.size());
            attempt(() -> published(one)
                    .ifPresent(id -> desk.withdraw(id, work.open(id).version(), reason, note, null)));
        }
    }

    private Optional<Long> published(Formed one) {
        return disclosures.list(onThatDay(one), null, 100).items().stream()
                .filter(line -> line.title().equals(one.title()))
                .findFirst()
                .map(line -> line.id());
    }

    /** 每个机构有几条，当天在目录要求的另一个渠道也公开了。 Some records of each body also went out through another channel the catalogue asks for. */
    void spread(DistrictYear year) {
        Map<String, Integer> done = new HashMap<>();
        year.published().filter(one -> one.withdrawnOn() == null).forEach(one -> {
            if (done.merge(one.body().code(), 1, Integer::sum) <= SPREAD) {
                Channel.of(CatalogueBook.alsoThrough(one.row().number())).ifPresent(channel -> spread(one, channel));
            }
        });
    }

    private void spread(Formed one, Channel channel) {
        var on = Objects.requireNonNull(one.publishedOn());
        attempt(() -> published(one)
                .ifPresent(id -> outlets.record(id, channel, on, where(channel, one), OutletDesk.Source.DESK)));
    }

    private static String where(Channel channel, Formed one) {
        var body = one.body().name();
        return switch (channel) {
            case GAZETTE ->
                "示范区人民政府公报 " + one.formedOn().getYear() + " 年第 "
                        + one.formedOn().getMonthValue() + " 期";
            case SOCIAL_MEDIA -> body + "微信公众号（示范）";
            case PRESS_CONFERENCE -> "示范区新闻发布厅，" + body + "专场";
            case BROADCAST -> "示范区广播电视台《政务公开》栏目";
            default -> body + "（示范）";
        };
    }

    private static DisclosureFilter onThatDay(Formed one) {
        return DisclosureFilter.ALL
                .body(one.body().code())
                .since(one.publishedOn())
                .until(one.publishedOn());
    }

    /** 什么也没有形成的几期说明“本期无新增”，另有一条依法不予公开、一条本机构没有这项职能。 */
    void excuse() {
        open(ObligationFilter.View.OVERDUE).stream()
                .filter(one -> one.kind() == ObligationKind.PERIODIC && one.formedOn() == null)
                .forEach(one ->
                        attempt(() -> obligationDesk.excuse(one.id(), Excuse.NOTHING_NEW, "本期没有新增数据，与上期一致，上期数据继续有效。")));
        List<Obligation> overdue = open(ObligationFilter.View.OVERDUE);
        if (overdue.size() > 2 * SOME) {
            attempt(() ->
                    obligationDesk.excuse(overdue.get(1).id(), Excuse.LAWFULLY_WITHHELD, "经保密审查，含有企业商业秘密，第三方不同意公开。"));
            attempt(() -> obligationDesk.excuse(overdue.get(2).id(), Excuse.NOT_APPLICABLE, "机构改革后该职能已划出，由承接单位公开。"));
        }
    }

    /** 有一个事项不再要求公开：新的一版目录从今天起撤下它，还没有到期的义务随之作废。 */
    void dropItem(LocalDate today) {
        open(ObligationFilter.View.DATED).stream()
                .filter(one -> one.kind() == ObligationKind.FORMED)
                .filter(one -> one.dueOn() != null && one.dueOn().isAfter(today))
                .reduce((_, last) -> last)
                .ifPresent(one -> attempt(() -> {
                    long draft = catalogue.startDraft("", "事项调整");
                    catalogue.withdraw(draft, one.item(), "依据已经废止，不再作为公开事项。");
                    catalogue.review(draft);
                    catalogue.adopt(draft, today);
                }));
    }

    /** 几条待公开的已经拟好送审，审核人的队列里有事可做。 */
    void submit() {
        for (Obligation one : open(ObligationFilter.View.OPEN).stream()
                .filter(each -> each.kind() == ObligationKind.FORMED && each.dueOn() != null)
                .skip(2L * SOME)
                .limit(SOME)
                .toList()) {
            attempt(() -> current.runAs(author(one.body()), () -> {
                var placement =
                        new DisclosureDraft.Placement(one.body(), one.item(), one.area(), "", String.valueOf(one.id()));
                LocalDate formedOn = one.formedOn() == null ? one.startsOn() : one.formedOn();
                var facts = DisclosureDraft.Facts.of(one.heading(), formedOn, DisclosureType.ANNOUNCEMENT);
                var draft = desk.draft(new DisclosureDraft(
                        placement,
                        facts,
                        "<p>" + one.heading() + "，现按标准目录“" + one.name() + "”的要求公开。</p><p>有关情况可以向本机关咨询。</p>",
                        List.of(),
                        DisclosureDraft.Openness.PROACTIVE));
                desk.submit(draft.id(), draft.version(), "请审核");
            }));
        }
    }

    private static Actor author(String body) {
        return new Actor("demonstration-liaison", "示范联络员", body, Set.of(Duty.LIAISON), Set.of(body), false);
    }

    private List<Obligation> open(ObligationFilter.View view) {
        return obligations
                .list(ObligationFilter.of(view).state(org.gongkai.obligation.ObligationState.OPEN), null, 200)
                .items();
    }

    /** 示范数据里少一件不要紧，启动不能停在这里。 */
    private void attempt(Runnable act) {
        try {
            act.run();
        } catch (Refused refused) {
            LOG.warn("示范区有一件没有办成 (refused): {}", sentences.sentence(refused.refusal()));
        }
    }
}

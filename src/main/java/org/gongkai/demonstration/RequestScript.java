package org.gongkai.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.publication.NonDisclosureGround;
import org.gongkai.request.ApplicantKind;
import org.gongkai.request.CaseKind;
import org.gongkai.request.FilingChannel;
import org.gongkai.request.ReplyKind;
import org.jspecify.annotations.Nullable;

/**
 * 示范区一年的申请：每种答复都有，最近的还在办。人名、证件都是编的；答案由脚本自己数，不看产品。
 *
 * <p>A year of applications, every kind of result among them; the script itself knows in which row each must be counted.
 *
 * @param earlier 重复的是第几件；其他的为空
 */
record RequestScript(
        int number,
        String body,
        LocalDate receivedOn,
        FilingChannel channel,
        ApplicantKind applicant,
        String subject,
        ReplyKind result,
        @Nullable NonDisclosureGround ground,
        @Nullable Integer earlier) {

    private static final int ROUNDS = 1;
    private static final int RUNNING = 6;
    private static final List<NonDisclosureGround> GROUNDS = List.of(
            NonDisclosureGround.PROCESS, NonDisclosureGround.ENFORCEMENT_FILE, NonDisclosureGround.INTERNAL_AFFAIRS);
    private static final List<FilingChannel> CHANNELS = List.of(
            FilingChannel.COUNTER,
            FilingChannel.ONLINE,
            FilingChannel.SIGNED_POST,
            FilingChannel.FAX,
            FilingChannel.ORDINARY_POST,
            FilingChannel.ORAL);
    private static final String[] SUBJECTS = ("老旧小区加装电梯补贴标准及发放情况 本年度部门预算明细 东环路道路改造工程招标文件 社区养老服务中心运营合同 "
                    + "农村公路养护资金使用情况 第三小学学区划分依据 区图书馆新馆建设批复 停车场收费标准 环境噪声监测结果 行政处罚裁量基准 "
                    + "公共租赁住房分配名册 防汛应急预案 征地补偿安置方案 信访接待记录 绿化工程验收报告 食品抽检结果")
            .split(" ");
    private static final ApplicantKind[] KINDS = ApplicantKind.values();

    /** 从 from 到 to，每种结果一件；最后几件刚刚收到，还在办。 */
    static List<RequestScript> year(List<String> bodies, LocalDate from, LocalDate to) {
        var scripts = new ArrayList<RequestScript>();
        var results = ReplyKind.of(CaseKind.DISCLOSURE);
        int count = ROUNDS * results.size() + RUNNING;
        long step = Math.max(1, (to.toEpochDay() - from.toEpochDay()) / (count + 1));
        for (int i = 0; i < count; i++) {
            var result = results.get(i % results.size());
            boolean repeated = result == ReplyKind.REPEATED;
            scripts.add(new RequestScript(
                    i,
                    repeated ? scripts.get(i - 4).body() : bodies.get(i % bodies.size()),
                    i < ROUNDS * results.size() ? from.plusDays((i + 1) * step) : to.minusDays(2L * (count - i)),
                    CHANNELS.get(i % CHANNELS.size()),
                    repeated
                            ? scripts.get(i - 4).applicant()
                            : i % 4 == 3 ? KINDS[i / 4 % KINDS.length] : ApplicantKind.NATURAL_PERSON,
                    repeated ? scripts.get(i - 4).subject() : SUBJECTS[i % SUBJECTS.length],
                    result,
                    ground(result, i),
                    repeated ? i - 4 : null));
        }
        return scripts;
    }

    private static @Nullable NonDisclosureGround ground(ReplyKind result, int i) {
        return switch (result) {
            case WITHHELD -> GROUNDS.get(i / ReplyKind.of(CaseKind.DISCLOSURE).size() % GROUNDS.size());
            case PARTIAL -> NonDisclosureGround.THIRD_PARTY;
            default -> null;
        };
    }

    /** 年报表三的行。 The answer: where the case must be counted once it is finished. */
    String row() {
        return switch (result) {
            case ALREADY_PUBLIC, GRANTED -> "C1";
            case PARTIAL, PARTLY_NOT_GOVERNMENT_INFORMATION -> "C2";
            case WITHHELD ->
                switch (ground == null ? NonDisclosureGround.PROCESS : ground) {
                    case INTERNAL_AFFAIRS -> "C3.5";
                    case PROCESS -> "C3.6";
                    default -> "C3.7";
                };
            case SPECIAL_ACCESS -> "C3.8";
            case NOT_FOUND, NOT_RESPONSIBLE -> "C4.1";
            case NEEDS_PROCESSING -> "C4.2";
            case STILL_UNCLEAR -> "C4.3";
            case PETITION -> "C5.1";
            case REPEATED -> "C5.2";
            case PUBLIC_PRINT -> "C5.3";
            case EXCESSIVE -> "C5.4";
            case RE_ISSUE -> "C5.5";
            case NOT_CORRECTED -> "C6.1";
            case NOT_PAID -> "C6.2";
            case OTHER -> "C6.3";
            case RECTIFIED, TRANSFERRED, REFERRED, NOT_RECTIFIED ->
                throw new IllegalStateException("no rectification in the script");
        };
    }

    /** 编出来的申请人，同一人重复申请时相同。 */
    int person() {
        return earlier == null ? number : earlier;
    }
}

package org.gongkai.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.law.Statutes;
import org.gongkai.publication.NonDisclosureGround;
import org.gongkai.workflow.Refused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("信息处理费（R-FEE-02…05）和答复类型（R-REP-01…18）")
class ProcessingFeeTests {

    /** 表三结果部分的全部行，按表的次序。 */
    private static final List<String> ROWS = List.of(
            "C1", "C2", "C3.1", "C3.2", "C3.3", "C3.4", "C3.5", "C3.6", "C3.7", "C3.8", "C4.1", "C4.2", "C4.3", "C5.1",
            "C5.2", "C5.3", "C5.4", "C5.5", "C6.1", "C6.2", "C6.3");

    @ParameterizedTest(name = "按件 {0} 件 → {1} 元")
    @CsvSource({
        "0,0",
        "10,0",
        "11,100",
        "25,1500",
        "30,2000",
        "31,2200",
        "37,3400",
        "40,4000",
        "41,4300",
        "50,7000",
        "51,7400",
        "60,11000",
        "61,11500",
        "75,19000",
        "100,37000",
    })
    void by_item(int count, long yuan) {
        var fee = ProcessingFee.of(FeeBasis.ITEMS, count);
        assertThat(fee.yuan()).isEqualTo(yuan);
        assertThat(fee.isFree()).isEqualTo(yuan == 0);
    }

    @ParameterizedTest(name = "按量 {0} 页 → {1} 元")
    @CsvSource({
        "0,0",
        "30,0",
        "31,10",
        "60,300",
        "100,700",
        "101,720",
        "150,1700",
        "200,2700",
        "201,2740",
        "250,4700",
        "500,14700",
        "68,380",
    })
    void by_page(int count, long yuan) {
        assertThat(ProcessingFee.of(FeeBasis.PAGES, count).yuan()).isEqualTo(yuan);
    }

    @Test
    @DisplayName("与逐件累加的算法一致；各档首尾相接，合计等于总数")
    void agrees_with_adding_up_one_by_one() {
        long items = 0;
        long pages = 0;
        for (int n = 1; n <= 2_000; n++) {
            items += n <= 10 ? 0 : n <= 30 ? 100 : 200 + 100L * ((n - 31) / 10);
            pages += n <= 30 ? 0 : n <= 100 ? 10 : n <= 200 ? 20 : 40;
            var fee = ProcessingFee.of(FeeBasis.ITEMS, n);
            assertThat(fee.yuan()).isEqualTo(items);
            assertThat(ProcessingFee.of(FeeBasis.PAGES, n).yuan()).isEqualTo(pages);
            int covered = fee.parts().stream()
                    .mapToInt(part -> part.to() - part.from() + 1)
                    .sum();
            assertThat(covered).isEqualTo(n);
        }
    }

    @Test
    @DisplayName("负数和过大的数说明白，不算")
    void absurd_counts_are_refused() {
        for (int count : new int[] {-1, ProcessingFee.MOST + 1, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            assertThatThrownBy(() -> ProcessingFee.of(FeeBasis.PAGES, count))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.refusal().messageKey())
                                    .isEqualTo("request.fee.countOutOfRange"));
        }
        assertThat(ProcessingFee.of(FeeBasis.ITEMS, ProcessingFee.MOST).yuan()).isPositive();
    }

    @Test
    @DisplayName("十八种答复各有规则编号、依据和年报的一行；不予公开按情形分七行")
    void every_kind_has_its_row() {
        var statutes = new Statutes();
        assertThat(ReplyKind.of(CaseKind.DISCLOSURE).stream().map(ReplyKind::rule))
                .containsExactlyElementsOf(java.util.stream.IntStream.rangeClosed(1, 18)
                        .mapToObj("R-REP-%02d"::formatted)
                        .toList());
        Map<String, Integer> rows = new HashMap<>();
        for (var kind : ReplyKind.of(CaseKind.DISCLOSURE)) {
            assertThat(statutes.find(kind.basis())).as(kind.name()).isPresent();
            for (var ground : NonDisclosureGround.values()) {
                if (ground != NonDisclosureGround.QUERY_MATTER || kind != ReplyKind.WITHHELD) {
                    rows.merge(kind.annualRow(ground), 1, Integer::sum);
                }
            }
        }
        assertThat(rows.keySet()).containsExactlyInAnyOrderElementsOf(ROWS);
        assertThat(ReplyKind.WITHHELD.annualRow(NonDisclosureGround.THIRD_PARTY))
                .isEqualTo("C3.4");
        assertThatThrownBy(() -> ReplyKind.WITHHELD.annualRow(null)).isInstanceOf(Refused.class);
    }

    @Test
    @DisplayName("R-REP-21：不予公开、部分公开应当写明复议前置")
    void refusals_must_be_reconsidered_first() {
        for (var kind :
                new ReplyKind[] {ReplyKind.WITHHELD, ReplyKind.PARTIAL, ReplyKind.PARTLY_NOT_GOVERNMENT_INFORMATION}) {
            assertThat(kind.remedy()).isEqualTo(ReplyKind.Remedy.RECONSIDER_FIRST);
        }
        assertThat(ReplyKind.GRANTED.remedy()).isEqualTo(ReplyKind.Remedy.EITHER);
    }
}

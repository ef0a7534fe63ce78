package org.gongkai.request;

import java.util.List;
import org.gongkai.law.Basis;
import org.gongkai.law.LegalBasis;
import org.gongkai.law.Term;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;

/**
 * 信息处理费：超额累进，只对超出的部分按高一档计（R-FEE-02…05）。系统只算数，收不收由人决定（R-FEE-01）。
 *
 * <p>Progressive on the excess. The system computes; a person decides.
 *
 * @param count 件数（当月累计）或者页数（单件）
 * @param yuan 合计，元
 * @param parts 各档
 */
@Term("信息处理费")
@Basis({"OGI-42", "FEE109-3", "FEE109-4", "FEE109-5"})
public record ProcessingFee(FeeBasis basis, int count, long yuan, List<Part> parts) {

    /** 一次能算的最多件数、页数；再多的不是收费能解决的。 */
    public static final int MOST = 10_000_000;

    /**
     * 一档。
     *
     * @param from 从第几件（页）
     * @param to 到第几件（页）
     * @param each 每件（页）多少元
     * @param yuan 这一档合计
     * @param source 依据的条款
     */
    public record Part(int from, int to, long each, long yuan, LegalBasis source) {}

    /**
     * 计算。
     *
     * @throws Refused {@code request.fee.countOutOfRange}
     */
    public static ProcessingFee of(FeeBasis basis, int count) {
        if (count < 0 || count > MOST) {
            throw new Refused(
                    Refusal.of("request.fee.countOutOfRange", count, MOST).basis("FEE109-3"));
        }
        var parts = FeeBand.of(basis).stream()
                .flatMap(band -> band.parts(count).stream())
                .toList();
        return new ProcessingFee(
                basis, count, parts.stream().mapToLong(Part::yuan).sum(), parts);
    }

    /** 还在免费的范围里。 */
    public boolean isFree() {
        return yuan == 0;
    }
}

package org.gongkai.request.web;

import java.util.List;
import org.gongkai.identity.Requires;
import org.gongkai.identity.Scope;
import org.gongkai.request.FeeBasis;
import org.gongkai.request.ProcessingFee;
import org.gongkai.ui.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** 信息处理费的计算：只算数，收不收由人决定（R-FEE-01）。 */
@RestController
class FeeApi {

    /**
     * 计算什么。
     *
     * @param basis items（按件，同一申请人一个自然月累计）或者 pages（按量，单件）
     * @param count 件数或者页数
     */
    record FeePayload(@Nullable String basis, @Nullable String count) {}

    /** 一档。 */
    record Band(int from, int to, long each, long yuan, String source) {}

    /** 结果。 */
    record Fee(String basis, int count, long yuan, boolean free, List<Band> bands) {}

    @PostMapping("/api/v1/fees/calculate")
    @Requires(scope = Scope.PUBLIC)
    Fee calculate(@RequestBody FeePayload payload) {
        Asked.needed("basis", payload.basis());
        var basis = java.util.Objects.requireNonNull(Asked.one("basis", payload.basis(), FeeBasis.class));
        int count = Asked.number("count", Asked.needed("count", payload.count()), 0, ProcessingFee.MOST);
        var fee = ProcessingFee.of(basis, count);
        return new Fee(
                basis.name().toLowerCase(java.util.Locale.ROOT),
                fee.count(),
                fee.yuan(),
                fee.isFree(),
                fee.parts().stream()
                        .map(part -> new Band(
                                part.from(),
                                part.to(),
                                part.each(),
                                part.yuan(),
                                part.source().code()))
                        .toList());
    }
}

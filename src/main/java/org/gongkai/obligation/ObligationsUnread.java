package org.gongkai.obligation;

import java.util.List;
import java.util.Map;
import org.gongkai.journal.Recorded;
import org.gongkai.law.LegalBasis;

/** 编译时发现存着的数据读不懂，那几对搁下了，别的照常。 Stored data that could not be read; those pairs were left, the others compiled. */
public record ObligationsUnread(List<UnreadPair> pairs) implements Recorded {

    public ObligationsUnread {
        pairs = List.copyOf(pairs);
    }

    @Override
    public String act() {
        return "obligation.unread";
    }

    @Override
    public String subjectType() {
        return "obligations";
    }

    @Override
    public String subjectId() {
        return "all";
    }

    @Override
    public String summary() {
        UnreadPair first = pairs.getFirst();
        return "存着的数据读不懂，没有推算，其余照常：" + pairs.size() + " 项，如机构 " + first.body() + " 的事项 " + first.item() + "（“"
                + first.stored() + "”）";
    }

    @Override
    public Map<String, Object> details() {
        return Map.of(
                "pairs",
                pairs.stream()
                        .map(pair -> pair.body() + " " + pair.item() + " " + pair.stored())
                        .toList());
    }

    @Override
    public List<LegalBasis> basis() {
        return List.of(LegalBasis.of("OGI-26"));
    }
}

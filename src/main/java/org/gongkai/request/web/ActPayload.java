package org.gongkai.request.web;

import org.gongkai.publication.NonDisclosureGround;
import org.gongkai.request.ConsultedParty;
import org.gongkai.request.FeeBasis;
import org.gongkai.request.Opinion;
import org.gongkai.request.Particulars;
import org.gongkai.request.RemedyKind;
import org.gongkai.request.RemedyResult;
import org.gongkai.request.ReplyKind;
import org.gongkai.request.ServiceManner;
import org.gongkai.ui.Asked;
import org.jspecify.annotations.Nullable;

/**
 * 做一件事时填写的内容，接口和网页共用；与这件事不相干的不写。
 *
 * <p>What an act carries, field by field as text; see {@link Particulars} for the meaning of each.
 *
 * @param version 看到的版次；不写为不查
 * @param on 法律上的日子；不写为今天
 * @param sound true、false
 */
record ActPayload(
        @Nullable String version,
        @Nullable String on,
        @Nullable String words,
        @Nullable String party,
        @Nullable String until,
        @Nullable String days,
        @Nullable String count,
        @Nullable String letter,
        @Nullable String consulted,
        @Nullable String opinion,
        @Nullable String sound,
        @Nullable String reply,
        @Nullable String ground,
        @Nullable String fee,
        @Nullable String manner,
        @Nullable String reference,
        @Nullable String related,
        @Nullable String remedy,
        @Nullable String result) {

    private static final int MOST = 999_999_999;

    @Nullable
    Integer seen() {
        return number("version", version);
    }

    Particulars particulars() {
        return new Particulars(
                Asked.text(words),
                Asked.text(party),
                Asked.day("until", until),
                number("days", days),
                number("count", count),
                number("letter", letter),
                Asked.one("consulted", consulted, ConsultedParty.class),
                Asked.one("opinion", opinion, Opinion.class),
                yes(sound),
                Asked.one("reply", reply, ReplyKind.class),
                Asked.one("ground", ground, NonDisclosureGround.class),
                Asked.one("fee", fee, FeeBasis.class),
                Asked.one("manner", manner, ServiceManner.class),
                Asked.text(reference),
                other(),
                Asked.one("remedy", remedy, RemedyKind.class),
                Asked.one("result", result, RemedyResult.class));
    }

    private @Nullable Long other() {
        var number = number("related", related);
        return number == null ? null : Long.valueOf(number);
    }

    private static @Nullable Integer number(String name, @Nullable String text) {
        var given = Asked.text(text);
        return given == null ? null : Asked.number(name, given, 0, MOST);
    }

    private static @Nullable Boolean yes(@Nullable String text) {
        var given = Asked.text(text);
        if (given == null) {
            return null;
        }
        return switch (given) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw Asked.unknown("sound", given, java.util.List.of("true", "false"));
        };
    }

    @Override
    public String toString() {
        return "ActPayload[]";
    }
}

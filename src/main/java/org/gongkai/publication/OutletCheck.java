package org.gongkai.publication;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.gongkai.catalogue.Channel;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;

/** 登记公开载体之前查什么：渠道、日期、地点；登记的内容对外可见，所以也查密级标志和个人信息。 What an entry must satisfy. */
final class OutletCheck {

    private static final int LONGEST = 200;
    private static final Pattern WEB = Pattern.compile("(?i)https?://.*");
    private static final Pattern OTHER_SCHEME =
            Pattern.compile("(?i)[a-z][a-z0-9+.-]*://.*|(?:javascript|data|vbscript|file):.*");

    private OutletCheck() {}

    /**
     * 查一条。
     *
     * @param formedOn 这条信息的成文日期；不知道的为空
     * @throws Refused the website itself, a day before formation or in the future, a place that cannot be shown
     */
    static OutletDraft check(
            Channel channel, LocalDate on, String where, @Nullable LocalDate formedOn, LocalDate today) {
        if (channel == Channel.WEBSITE) {
            throw new Refused(Refusal.of("publication.outlet.website"));
        }
        if (on.isAfter(today)) {
            throw new Refused(Refusal.of("publication.outlet.future", on.toString()));
        }
        if (formedOn != null && on.isBefore(formedOn)) {
            throw new Refused(Refusal.of("publication.outlet.beforeFormed", on.toString(), formedOn.toString()));
        }
        return new OutletDraft(channel, on, place(where));
    }

    private static String place(String where) {
        var place = Wording.line(where);
        if (place.isEmpty()) {
            throw new Refused(Refusal.of("publication.outlet.whereMissing"));
        }
        int length = place.codePointCount(0, place.length());
        if (length > LONGEST) {
            throw new Refused(Refusal.of("publication.outlet.whereTooLong", length, LONGEST));
        }
        if (TextCheck.isMarkedSecret(place)) {
            throw new Refused(Refusal.of("publication.classifiedMark").basis("OGI-14"));
        }
        if (TextCheck.check("where", place).stream().anyMatch(one -> one.level() == Finding.Level.BLOCK)) {
            throw new Refused(Refusal.of("publication.outlet.personalData").basis("OGI-15"));
        }
        if (OTHER_SCHEME.matcher(place).matches() && !isLink(place)) {
            throw new Refused(Refusal.of("publication.outlet.link"));
        }
        return place;
    }

    /** 完整的 http 或者 https 网址，不带账号密码。 */
    static boolean isLink(String place) {
        if (!WEB.matcher(place).matches()) {
            return false;
        }
        try {
            var address = new URI(place);
            return address.getHost() != null && address.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}

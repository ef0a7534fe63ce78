package org.gongkai.request;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.organisation.PublicBodies;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 收下填写的内容：去空白、量长短，缺法定要件的说明缺哪一项（R-REQ-04），不多要一项。
 *
 * <p>Cleans what was filled in and names what the Regulation requires and is missing. Asks for nothing more.
 */
@Component
class Intake {

    private static final int LINE = 200;
    private static final int TEXT = 20_000;
    private static final int MOST_ENCLOSURES = 5;
    private static final int MOST_BYTES = 5 * 1024 * 1024;
    private static final Pattern ONCE = Pattern.compile("[0-9A-Za-z-]{8,64}");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\n\\t]]");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()-]{5,20}([ ,;转#-]{0,3}[0-9]{1,6})?");

    private final PublicBodies bodies;

    Intake(PublicBodies bodies) {
        this.bodies = bodies;
    }

    Application clean(Application given, LocalDate today) {
        mustBeAddressed(given.body());
        var applicant = clean(given.applicant());
        var wanted = clean(given.wanted());
        mustHave(applicant.name(), "request.nameMissing");
        mustHave(applicant.identity(), "request.identityMissing");
        mustHave(applicant.phone() + applicant.email() + applicant.address(), "request.contactMissing");
        mustSayWhat(given, wanted);
        if (!applicant.phone().isEmpty() && !PHONE.matcher(applicant.phone()).matches()) {
            throw new Refused(Refusal.of("request.phoneUnreadable").basis("OGI-29"));
        }
        if (!applicant.email().isEmpty() && !applicant.email().matches("[^@\\s]+@[^@\\s]+")) {
            throw new Refused(Refusal.of("request.emailUnreadable").basis("OGI-29"));
        }
        mustReachTheApplicant(applicant, wanted);
        var confirmed = given.confirmedOn();
        if (confirmed != null && (confirmed.isAfter(today) || confirmed.isBefore(arrivedOn(given, today)))) {
            throw new Refused(Refusal.of("request.confirmedOutOfRange", confirmed));
        }
        var once = given.once();
        return new Application(
                given.body(),
                given.channel(),
                given.arrivedOn(),
                confirmed,
                applicant,
                wanted,
                given.enclosures(),
                once != null && ONCE.matcher(once).matches() ? once : null);
    }

    /** 更正申请（第四十一条）：哪条记录、哪里不准确、应当是什么、证据；当面、邮寄来的缺了，登记之后告知补正。 */
    private static void mustSayWhat(Application given, Wanted wanted) {
        if (wanted.caseKind() == CaseKind.DISCLOSURE) {
            mustHave(wanted.title() + wanted.number() + wanted.description(), "request.wantedMissing");
            return;
        }
        mustHaveForRectification(!wanted.title().isEmpty() || !wanted.number().isEmpty(), "request.recordMissing");
        if (given.channel() == FilingChannel.ONLINE) {
            mustHaveForRectification(!wanted.description().isEmpty(), "request.wrongMissing");
            mustHaveForRectification(!wanted.shouldBe().isEmpty(), "request.shouldBeMissing");
            mustHaveForRectification(!given.enclosures().isEmpty(), "request.evidenceMissing");
        }
    }

    private static void mustHaveForRectification(boolean there, String key) {
        if (!there) {
            throw new Refused(Refusal.of(key).basis("OGI-41").rule("R-REQ-22"));
        }
    }

    /** 不论怎样提出，都只能向行政机关提出；村（居）民委员会、公共企事业单位不受理。 */
    private void mustBeAddressed(String code) {
        var body = bodies.find(code)
                .orElseThrow(() -> new Refused(
                        Refusal.of("request.bodyUnknown").basis("OGI-27").rule("R-REQ-02")));
        if (!body.isAddressed()) {
            throw new Refused(Refusal.of("request.bodyNotAddressed", body.name())
                    .basis("OGI-27")
                    .rule("R-REQ-02"));
        }
    }

    /** 要求的途径，要有相应的联系方式。 The route asked for needs its address. */
    private static void mustReachTheApplicant(Applicant applicant, Wanted wanted) {
        if (wanted.route() == Wanted.SupplyRoute.EMAIL && applicant.email().isEmpty()) {
            throw new Refused(Refusal.of("request.emailForRoute").basis("OGI-29"));
        }
        if (wanted.route() == Wanted.SupplyRoute.POST && applicant.address().isEmpty()) {
            throw new Refused(Refusal.of("request.addressForRoute").basis("OGI-29"));
        }
    }

    LocalDate arrivedOn(Application application, LocalDate today) {
        var day = application.arrivedOn();
        if (day == null || application.channel() == FilingChannel.ONLINE) {
            return today;
        }
        if (day.isAfter(today) || day.isBefore(today.minusYears(3))) {
            throw new Refused(Refusal.of("request.arrivedOutOfRange", day));
        }
        return day;
    }

    private static Applicant clean(Applicant given) {
        return new Applicant(
                given.kind(),
                line(given.name()),
                line(given.identity()).replace(" ", ""),
                line(given.contact()),
                line(given.phone()),
                line(given.email()),
                line(given.address()));
    }

    private static Wanted clean(Wanted given) {
        return new Wanted(
                given.caseKind(),
                line(given.title()),
                line(given.number()),
                text(given.description()),
                given.caseKind() == CaseKind.RECTIFICATION ? text(given.shouldBe()) : "",
                given.form(),
                given.route());
    }

    Particulars clean(Particulars given) {
        var words = given.words();
        var party = given.party();
        var reference = given.reference();
        return new Particulars(
                words == null ? null : text(words),
                party == null ? null : line(party),
                given.until(),
                given.days(),
                given.count(),
                given.letter(),
                given.consulted(),
                given.opinion(),
                given.sound(),
                given.reply(),
                given.ground(),
                given.fee(),
                given.manner(),
                reference == null ? null : line(reference),
                given.related(),
                given.remedy(),
                given.result());
    }

    private static String line(String words) {
        return within(BLANKS.matcher(text(words)).replaceAll(" "), LINE);
    }

    private static String text(String words) {
        var plain = UNSEEN.matcher(
                        Normalizer.normalize(words, Normalizer.Form.NFC).replace("\r\n", "\n"))
                .replaceAll("")
                .strip();
        return within(plain, TEXT);
    }

    private static String within(String words, int most) {
        int length = words.codePointCount(0, words.length());
        if (length > most) {
            throw new Refused(Refusal.of("request.tooLong", most, length));
        }
        return words;
    }

    private static void mustHave(@Nullable String words, String key) {
        if (words == null || words.isEmpty()) {
            throw new Refused(Refusal.of(key).basis("OGI-29").rule("R-REQ-04"));
        }
    }

    /** 附件：件数、大小、类型；按内容认类型，不信文件名。 */
    List<Paper.Content> check(List<Application.Enclosure> enclosures) {
        if (enclosures.size() > MOST_ENCLOSURES) {
            throw new Refused(Refusal.of("request.tooManyEnclosures", MOST_ENCLOSURES, enclosures.size()));
        }
        return enclosures.stream().map(Intake::paper).toList();
    }

    private static Paper.Content paper(Application.Enclosure enclosure) {
        var content = enclosure.content();
        var name = line(enclosure.name().replaceAll(".*[/\\\\]", ""));
        if (content.length == 0 || content.length > MOST_BYTES) {
            throw new Refused(Refusal.of("request.enclosureSize", MOST_BYTES / 1024 / 1024));
        }
        return new Paper.Content(name.isEmpty() ? "附件" : name, mediaType(content), content);
    }

    private static String mediaType(byte[] content) {
        if (begins(content, 0x25, 0x50, 0x44, 0x46)) {
            return "application/pdf";
        }
        if (begins(content, 0xFF, 0xD8, 0xFF)) {
            return "image/jpeg";
        }
        if (begins(content, 0x89, 0x50, 0x4E, 0x47)) {
            return "image/png";
        }
        throw new Refused(Refusal.of("request.enclosureType"));
    }

    private static boolean begins(byte[] content, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (content.length <= i || (content[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}

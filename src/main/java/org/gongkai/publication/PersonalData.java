package org.gongkai.publication;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * 个人信息识别（R-PRI-03）：凭校验码，不只凭形状。
 *
 * <p>Finds personal numbers by checksum, not only by shape. Linear in the length of the text.
 */
final class PersonalData {

    /** 哪一种。 */
    enum Kind {
        IDENTITY("personal.identity", Finding.Level.BLOCK),
        IDENTITY_LIKE("personal.identityLike", Finding.Level.CONFIRM),
        IDENTITY_OLD("personal.identityOld", Finding.Level.CONFIRM),
        BANK_CARD("personal.bankCard", Finding.Level.BLOCK),
        MOBILE("personal.mobile", Finding.Level.CONFIRM),
        OFFICE_MOBILE("personal.officeMobile", Finding.Level.NOTE),
        HOME_PHONE("personal.homePhone", Finding.Level.CONFIRM),
        EMAIL("personal.email", Finding.Level.CONFIRM),
        PLATE("personal.plate", Finding.Level.CONFIRM),
        PASSPORT("personal.passport", Finding.Level.CONFIRM),
        ADDRESS("personal.address", Finding.Level.CONFIRM),
        BIRTH("personal.birth", Finding.Level.CONFIRM);

        private final String rule;
        private final Finding.Level level;

        Kind(String rule, Finding.Level level) {
            this.rule = rule;
            this.level = level;
        }

        String rule() {
            return rule;
        }

        Finding.Level level() {
            return level;
        }
    }

    /**
     * 一处。
     *
     * @param start 在原文的起点
     * @param end 在原文的终点，不含
     * @param value 归一后的号码
     */
    record Hit(Kind kind, int start, int end, String value) {}

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final Set<String> PROVINCES = Set.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
            "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83", "91");
    private static final int ID = 18;
    private static final int OLD_ID = 15;
    private static final int MOBILE_LENGTH = 11;
    private static final int SHORTEST_CARD = 16;
    private static final int LONGEST_CARD = 19;
    private static final int MOST_SEPARATORS = 8;

    private static final Pattern EMAIL = Pattern.compile(
            "(?i)(?<![a-z0-9._%+-])[a-z0-9._%+-]{1,64}@(?:qq|vip\\.qq|foxmail|163|126|yeah|sina|sohu|139|189|wo|gmail|outlook|hotmail"
                    + "|icloud|aliyun|tom|live|msn|yahoo)\\.(?:com|cn|net|com\\.cn)(?![a-z0-9.-]*[a-z0-9])");
    private static final String PLATE_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
    /** 省份简称之后的部分。 */
    private static final Pattern PLATE = Pattern.compile("[A-HJ-NP-Z][ ·•.]?(?=[A-HJ-NP-Z0-9]*[0-9])"
            + "(?:[A-HJ-NP-Z0-9]{5}|[A-HJ-NP-Z0-9]{6}|[A-HJ-NP-Z0-9]{4}[学警挂])(?![A-Za-z0-9])");

    private static final Pattern PASSPORT =
            Pattern.compile("护照[^\\n]{0,12}?(?<![A-Za-z0-9])([EGDSPK][A-Z]?[0-9]{7,8})(?![0-9])");
    private static final Pattern HOME_PHONE =
            Pattern.compile("(?:住宅|家庭|家中|宅)(?:电话|座机)[^\\n0-9]{0,6}((?:0[0-9]{2,3}-?)?[2-8][0-9]{6,7})(?![0-9])");
    private static final Pattern ADDRESS = Pattern.compile(
            "[0-9]{1,5}(?:弄|号|栋|幢|座)[^\\n，。；、0-9]{0,12}[0-9]{1,4}(?:号楼?|栋|幢|单元)?[^\\n，。；、0-9]{0,3}[0-9]{2,5}(?:室|户)"
                    + "|[0-9]{1,4}(?:号楼|栋|幢)[0-9]{1,3}单元[0-9]{2,5}(?:室|号|户)?");
    private static final Pattern BIRTH =
            Pattern.compile("(?:出生日期|出生年月日|生日)[^\\n0-9]{0,4}((?:19|20)[0-9]{2}[-年./][0-9]{1,2}[-月./][0-9]{1,2}日?)");
    private static final Pattern OFFICE =
            Pattern.compile("(?:咨询|监督|举报|投诉|服务|值班|热线|报名|办公|受理|业务|反映|公示|异议|单位)[^\\n0-9]{0,14}$");
    private static final Pattern CARD_WORD = Pattern.compile("(?:银行卡|卡号|账号|帐号|账户|帐户|开户|一卡通|存折)");

    private PersonalData() {}

    static List<Hit> scan(String source) {
        var text = Normalised.of(source);
        var hits = new ArrayList<Hit>();
        numbers(text, hits);
        find(EMAIL, 0, Kind.EMAIL, text, hits, "@");
        plates(text, hits);
        find(PASSPORT, 1, Kind.PASSPORT, text, hits, "护照");
        find(HOME_PHONE, 1, Kind.HOME_PHONE, text, hits, "宅", "家");
        find(ADDRESS, 0, Kind.ADDRESS, text, hits, "室", "户", "单元");
        find(BIRTH, 1, Kind.BIRTH, text, hits, "出生", "生日");
        hits.sort(Comparator.comparingInt(Hit::start));
        return hits;
    }

    /** 没有任何一个引子就不必找。 */
    private static void find(Pattern pattern, int group, Kind kind, Normalised text, List<Hit> hits, String... leads) {
        if (java.util.Arrays.stream(leads).noneMatch(text.text()::contains)) {
            return;
        }
        var matcher = pattern.matcher(text.text());
        while (matcher.find()) {
            add(kind, text, matcher.start(group), matcher.end(group), matcher.group(group), hits);
        }
    }

    /** 先看有没有“省份简称紧接大写字母”，再往后核对：几乎每篇都没有，不必逐字试。 */
    private static void plates(Normalised text, List<Hit> hits) {
        String chars = text.text();
        var matcher = PLATE.matcher(chars).useTransparentBounds(true);
        for (int i = 1; i < chars.length(); i++) {
            char letter = chars.charAt(i);
            if (letter >= 'A' && letter <= 'Z' && PLATE_PROVINCES.indexOf(chars.charAt(i - 1)) >= 0) {
                if (matcher.region(i, chars.length()).lookingAt()) {
                    add(Kind.PLATE, text, i - 1, matcher.end(), chars.substring(i - 1, matcher.end()), hits);
                    i = matcher.end() - 1;
                }
            }
        }
    }

    private static void add(Kind kind, Normalised text, int start, int end, String value, List<Hit> hits) {
        hits.add(new Hit(kind, text.origin()[start], text.originEnd(end), value));
    }

    /** 从每个数字串的开头试：十八位、卡号、十五位、手机。 */
    private static void numbers(Normalised text, List<Hit> hits) {
        var chars = text.text();
        int i = 0;
        while (i < chars.length()) {
            if (!isDigit(chars, i) || (i > 0 && isWordBefore(chars, i))) {
                i++;
                continue;
            }
            int end = number(text, i, hits);
            i = end > i ? end : skipDigits(chars, i);
        }
    }

    private static int number(Normalised text, int start, List<Hit> hits) {
        for (int length :
                new int[] {ID, LONGEST_CARD, LONGEST_CARD - 1, LONGEST_CARD - 2, SHORTEST_CARD, OLD_ID, MOBILE_LENGTH
                }) {
            var run = Run.read(text.text(), start, length);
            if (run == null) {
                continue;
            }
            var kind = judge(run, length, text, start);
            if (kind != null) {
                add(kind, text, start, run.end(), run.digits(), hits);
                return run.end();
            }
        }
        return start;
    }

    private static @org.jspecify.annotations.Nullable Kind judge(Run run, int length, Normalised text, int start) {
        var digits = run.digits();
        if (length == ID) {
            if (isIdentity(digits)) {
                return Kind.IDENTITY;
            }
            if (run.separators() == 0 && looksLikeIdentity(digits)) {
                return Kind.IDENTITY_LIKE;
            }
        }
        if (length == OLD_ID) {
            return run.separators() == 0 && isOldIdentity(digits) ? Kind.IDENTITY_OLD : null;
        }
        if (length == MOBILE_LENGTH) {
            return isMobile(run) ? mobileKind(text.text(), start) : null;
        }
        return isBankCard(digits, length, text.text(), start) && run.groupedByFour() ? Kind.BANK_CARD : null;
    }

    private static Kind mobileKind(String text, int start) {
        var before = text.substring(Math.max(0, start - 24), start);
        return OFFICE.matcher(before).find() ? Kind.OFFICE_MOBILE : Kind.MOBILE;
    }

    /** GB 11643：日期有效，校验码正确。 */
    static boolean isIdentity(String digits) {
        if (!looksLikeIdentity(digits)) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % CHECKS.length()) == Character.toUpperCase(digits.charAt(ID - 1));
    }

    private static boolean looksLikeIdentity(String digits) {
        return digits.length() == ID
                && PROVINCES.contains(digits.substring(0, 2))
                && isDate(digits.substring(6, 14))
                && digits.substring(6, 8).matches("19|20");
    }

    private static boolean isOldIdentity(String digits) {
        return PROVINCES.contains(digits.substring(0, 2)) && isDate("19" + digits.substring(6, 12));
    }

    private static boolean isDate(String yyyymmdd) {
        try {
            LocalDate.of(
                    Integer.parseInt(yyyymmdd.substring(0, 4)),
                    Integer.parseInt(yyyymmdd.substring(4, 6)),
                    Integer.parseInt(yyyymmdd.substring(6, 8)));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isMobile(Run run) {
        var digits = run.digits();
        return digits.charAt(0) == '1'
                && digits.charAt(1) >= '3'
                && (run.separators() == 0 || run.groups().equals("3,4,4"));
    }

    private static boolean isBankCard(String digits, int length, String text, int start) {
        if (!luhn(digits)) {
            return false;
        }
        boolean unionPay = digits.startsWith("62") && length >= SHORTEST_CARD;
        boolean foreign = length == SHORTEST_CARD && (digits.charAt(0) == '4' || digits.charAt(0) == '5');
        boolean old = digits.startsWith("9") || digits.startsWith("60") || digits.startsWith("68");
        boolean named = CARD_WORD
                .matcher(text.substring(Math.max(0, start - 30), start))
                .find();
        return unionPay || ((foreign || old) && named);
    }

    static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            int doubled = i % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    private static boolean isDigit(String text, int i) {
        return i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }

    private static boolean isWordBefore(String text, int i) {
        char before = text.charAt(i - 1);
        return isDigit(text, i - 1)
                || (before >= 'A' && before <= 'Z')
                || (before >= 'a' && before <= 'z')
                || before == '_'
                || (before == '/' && i > 1 && isDigit(text, i - 2));
    }

    private static int skipDigits(String text, int i) {
        int end = i;
        while (isDigit(text, end)) {
            end++;
        }
        return end;
    }

    /**
     * 一串数字，中间可以隔空格、短横、点。
     *
     * @param groups 各段长度，例如 3,4,4
     */
    private record Run(String digits, int end, int separators, String groups) {

        static @org.jspecify.annotations.Nullable Run read(String text, int start, int length) {
            var digits = new StringBuilder(length);
            var groups = new StringBuilder();
            int separators = 0;
            int group = 0;
            int i = start;
            while (digits.length() < length && i < text.length()) {
                char c = text.charAt(i);
                boolean last = length == ID && digits.length() == ID - 1 && (c == 'X' || c == 'x');
                if (last || isDigit(text, i)) {
                    digits.append(c);
                    group++;
                    i++;
                } else if ((c == ' ' || c == '-' || c == '.' || c == '·') && isDigitOrX(text, i + 1) && group > 0) {
                    if (++separators > MOST_SEPARATORS && digits.length() != separators) {
                        return null;
                    }
                    groups.append(group).append(',');
                    group = 0;
                    i++;
                } else {
                    return null;
                }
            }
            return digits.length() < length || continues(text, i)
                    ? null
                    : new Run(
                            digits.toString(),
                            i,
                            separators,
                            groups.append(group).toString());
        }

        /** 没有分隔，或者每四位一段。 */
        boolean groupedByFour() {
            return separators == 0 || groups.matches("(?:4,)+[1-4]") || groups.matches("(?:1,)+1");
        }

        private static boolean isDigitOrX(String text, int i) {
            return isDigit(text, i) || (i < text.length() && (text.charAt(i) == 'X' || text.charAt(i) == 'x'));
        }

        private static boolean continues(String text, int i) {
            if (i >= text.length()) {
                return false;
            }
            char c = text.charAt(i);
            return isDigit(text, i)
                    || (c >= 'A' && c <= 'Z')
                    || (c >= 'a' && c <= 'z')
                    || (c == '/' && isDigit(text, i + 1));
        }
    }

    /** 遮盖一段文字里要处置的全部个人信息；提示级的不动。 */
    static String maskAll(String text) {
        var masked = new StringBuilder(text);
        for (var hit : scan(text).reversed()) {
            if (hit.kind().level() != Finding.Level.NOTE && hit.end() <= masked.length()) {
                masked.replace(hit.start(), hit.end(), mask(hit.kind(), hit.value()));
            }
        }
        return masked.toString();
    }

    /** 遮盖：身份证和卡号留末四位，手机留前三后四，其他留首字（R-PRI-04）。 */
    static String mask(Kind kind, String value) {
        return switch (kind) {
            case MOBILE, OFFICE_MOBILE -> value.substring(0, 3) + "****" + value.substring(value.length() - 4);
            case IDENTITY, IDENTITY_LIKE, IDENTITY_OLD ->
                value.substring(0, 3) + "*".repeat(value.length() - 7) + value.substring(value.length() - 4);
            case BANK_CARD -> "*".repeat(value.length() - 4) + value.substring(value.length() - 4);
            case EMAIL -> value.charAt(0) + "***" + value.substring(value.indexOf('@'));
            default -> value.charAt(0) + "*".repeat(Math.max(1, value.length() - 1));
        };
    }
}

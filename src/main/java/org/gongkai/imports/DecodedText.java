package org.gongkai.imports;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 认出文字编码：先看字节序标记，再看网页自称，再严格试 UTF-8，再试 GB18030，再试 Big5。
 *
 * @param text without byte order mark, line ends as {@code \n}
 * @param encoding for the user to see
 * @param damaged some bytes fit no encoding and were replaced
 */
record DecodedText(String text, String encoding, boolean damaged) {

    static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset BIG5 = Charset.forName("Big5-HKSCS");
    private static final Pattern DECLARED =
            Pattern.compile("(?i)<meta[^>]{0,200}charset\\s*=\\s*[\"']?\\s*([a-z0-9_-]{3,20})");
    private static final String COMMON = "的公开事项政府信息一级二依据时限主体内容要素对象方式渠道和载序号社会办工作日法规通知";

    static DecodedText of(byte[] bytes) {
        if (starts(bytes, 0xef, 0xbb, 0xbf)) {
            return utf8(bytes, 3, "UTF-8（带 BOM）");
        }
        if (starts(bytes, 0xff, 0xfe)) {
            return lenient(bytes, 2, StandardCharsets.UTF_16LE, "UTF-16LE");
        }
        if (starts(bytes, 0xfe, 0xff)) {
            return lenient(bytes, 2, StandardCharsets.UTF_16BE, "UTF-16BE");
        }
        Optional<DecodedText> wide = utf16WithoutMark(bytes);
        if (wide.isPresent()) {
            return wide.get();
        }
        return strict(bytes, 0, StandardCharsets.UTF_8)
                .map(text -> new DecodedText(unixLines(text), "UTF-8", false))
                .or(() -> cutUtf8(bytes))
                .orElseGet(() -> chinese(bytes));
    }

    /** 换掉的有几处。 */
    long damages() {
        return Math.max(1, replaced(text));
    }

    /** Control characters that no text has. */
    boolean binary() {
        int odd = 0;
        int looked = Math.min(text.length(), 8_000);
        for (int i = 0; i < looked; i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\n' && c != '\t' && c != '\f' && c != 0x0b || c == '\ufffd') {
                odd++;
            }
        }
        return odd * 20 > looked;
    }

    private static DecodedText chinese(byte[] bytes) {
        Optional<String> declared = declared(bytes).flatMap(charset -> strict(bytes, 0, charset));
        Optional<String> mainland = strict(bytes, 0, GB18030);
        Optional<String> traditional = strict(bytes, 0, BIG5);
        if (declared.isPresent() && mainland.isEmpty() && traditional.isEmpty()) {
            return new DecodedText(
                    unixLines(declared.get()), declared(bytes).orElseThrow().name(), false);
        }
        if (traditional.isPresent()
                && familiar(traditional.get())
                        > 2 * mainland.map(DecodedText::familiar).orElse(0)) {
            return new DecodedText(unixLines(traditional.get()), "Big5", false);
        }
        return mainland.map(text -> new DecodedText(unixLines(text), "GB18030", false))
                .orElseGet(() -> lenient(bytes, 0, better(bytes), better(bytes).name()));
    }

    /** Of two encodings that both fail somewhere, the one that fails less. */
    private static Charset better(byte[] bytes) {
        long utf8 = replaced(new String(bytes, StandardCharsets.UTF_8));
        long gb = replaced(new String(bytes, GB18030));
        return utf8 <= gb ? StandardCharsets.UTF_8 : GB18030;
    }

    private static long replaced(String text) {
        return text.chars().filter(c -> c == '\ufffd').count();
    }

    private static int familiar(String text) {
        String simple =
                text.replace('開', '公').replace('項', '公').replace('據', '公').replace('體', '公');
        return (int)
                simple.chars().limit(20_000).filter(c -> COMMON.indexOf(c) >= 0).count();
    }

    private static Optional<Charset> declared(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 4_000), StandardCharsets.ISO_8859_1);
        var match = DECLARED.matcher(head);
        return match.find() && Charset.isSupported(match.group(1))
                ? Optional.of(Charset.forName(match.group(1)))
                : Optional.empty();
    }

    private static DecodedText utf8(byte[] bytes, int from, String name) {
        return lenient(bytes, from, StandardCharsets.UTF_8, name);
    }

    /** A file cut off in the middle of its last character is still UTF-8. */
    private static Optional<DecodedText> cutUtf8(byte[] bytes) {
        for (int cut = 1; cut <= 3 && cut < bytes.length; cut++) {
            byte[] shorter = java.util.Arrays.copyOf(bytes, bytes.length - cut);
            Optional<String> text = strict(shorter, 0, StandardCharsets.UTF_8);
            if (text.isPresent() && text.get().chars().anyMatch(c -> c > 0x7f)) {
                return Optional.of(new DecodedText(unixLines(text.get()), "UTF-8", true));
            }
        }
        return Optional.empty();
    }

    private static Optional<DecodedText> utf16WithoutMark(byte[] bytes) {
        int even = 0;
        int odd = 0;
        int looked = Math.min(bytes.length, 4_000) & ~1;
        for (int i = 0; i < looked; i += 2) {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }
        if (looked < 4 || even + odd < looked / 40) {
            return Optional.empty();
        }
        if (odd > 0 && even == 0) {
            return Optional.of(lenient(bytes, 0, StandardCharsets.UTF_16LE, "UTF-16LE"));
        }
        return even > 0 && odd == 0
                ? Optional.of(lenient(bytes, 0, StandardCharsets.UTF_16BE, "UTF-16BE"))
                : Optional.empty();
    }

    private static DecodedText lenient(byte[] bytes, int from, Charset charset, String name) {
        String text = new String(bytes, from, bytes.length - from, charset);
        return new DecodedText(unixLines(text), name, text.indexOf('\ufffd') >= 0);
    }

    private static Optional<String> strict(byte[] bytes, int from, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static String unixLines(String text) {
        String lines =
                text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
        return lines.startsWith("\ufeff") ? lines.substring(1) : lines;
    }

    private static boolean starts(byte[] bytes, int... magic) {
        if (bytes.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((bytes[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}

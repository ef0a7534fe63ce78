package org.gongkai.attachment;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.workflow.Refusal;
import org.gongkai.workflow.Refused;

/**
 * 清理过的文件名。
 *
 * <p>A file name without path, control and direction characters; no second, executable extension hidden in it.
 *
 * @param name 含扩展名
 * @param extension 小写
 */
record FileName(String name, String extension) {

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}]");
    private static final Pattern FORBIDDEN = Pattern.compile("[\\\\/:*?\"<>|;`$%&#{}=^\\[\\]~+]+");
    private static final Set<String> ACTIVE = Set.of(
            "exe", "com", "bat", "cmd", "scr", "pif", "msi", "dll", "js", "jse", "vbs", "vbe", "wsf", "hta", "ps1",
            "sh", "jar", "class", "jsp", "jspx", "php", "asp", "aspx", "html", "htm", "svg", "xhtml", "lnk", "reg",
            "docm", "xlsm", "pptm", "dotm", "xlam", "apk");
    private static final int LONGEST = 120;

    static FileName of(String given) {
        var base = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        var clean = FORBIDDEN
                .matcher(INVISIBLE
                        .matcher(Normalizer.normalize(base, Normalizer.Form.NFKC))
                        .replaceAll(""))
                .replaceAll("_")
                .replaceAll("\\s+", " ")
                .replaceAll("^[. ]+|[. ]+$", "");
        int dot = clean.lastIndexOf('.');
        if (dot <= 0) {
            throw refused("attachment.noExtension", shown(clean), FileKind.allowed());
        }
        var extension = clean.substring(dot + 1).toLowerCase(Locale.ROOT);
        var stem = clean.substring(0, dot).strip();
        for (var part : stem.toLowerCase(Locale.ROOT).split("\\.")) {
            if (ACTIVE.contains(part.strip()) && stem.contains(".")) {
                throw refused("attachment.doubleExtension", shown(clean), part.strip());
            }
        }
        var shortened = stem.length() > LONGEST ? stem.substring(0, LONGEST) : stem;
        return new FileName(shortened + "." + extension, extension);
    }

    private static Refused refused(String key, Object... args) {
        return new Refused(Refusal.of(key, args));
    }

    private static String shown(String name) {
        return name.length() > LONGEST ? name.substring(0, LONGEST) + "…" : name;
    }
}

package org.gongkai.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 从依据一格里分出每一件：名称、文号、条款。 Splits a basis cell into name, number and article. */
final class LegalReferences {

    private static final Pattern REFERENCE = Pattern.compile(
            "《((?:[^《》]|《[^》]*》|<[^>]*>)+)》\\s*(?:[（(]([^（）()]*?\\d{4}[^（）()]*?号[^（）()]*)[）)])?\\s*(第[一二三四五六七八九十百零〇\\d]+条(?:第[一二三四五六七八九十\\d]+[款项])?)?");

    private LegalReferences() {}

    static List<LegalReference> of(String text) {
        var references = new ArrayList<LegalReference>();
        Matcher matcher = REFERENCE.matcher(text);
        while (matcher.find()) {
            references.add(
                    new LegalReference(Plain.line(matcher.group(1)), or(matcher.group(2)), or(matcher.group(3))));
        }
        return references;
    }

    private static String or(@org.jspecify.annotations.Nullable String text) {
        return text == null
                ? ""
                : text.replaceAll("[\\[【［﹝(（]", "〔")
                        .replaceAll("[\\]】］﹞)）]", "〕")
                        .strip();
    }
}

package org.gongkai.portal.web;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/** 同一地址的几种样子：加后缀，或者由请求头说明要哪一种。 The forms of a record, by suffix or by {@code Accept}. */
enum RecordFormat {
    HTML("html", MediaType.TEXT_HTML),
    JSON("json", MediaType.APPLICATION_JSON),
    LINKED("jsonld", new MediaType("application", "ld+json")),
    TEXT("txt", MediaType.TEXT_PLAIN),
    MARKDOWN("md", new MediaType("text", "markdown")),
    PDF("pdf", MediaType.APPLICATION_PDF);

    private final String suffix;
    private final MediaType type;

    RecordFormat(String suffix, MediaType type) {
        this.suffix = suffix;
        this.type = type;
    }

    MediaType type() {
        return type;
    }

    static Optional<RecordFormat> ofSuffix(String suffix) {
        return Arrays.stream(values())
                .filter(each -> each.suffix.equals(suffix))
                .findFirst();
    }

    /** The best the reader accepts; a page when nothing fits, or when the header cannot be read. */
    static RecordFormat accepted(@Nullable String accept) {
        if (accept == null || accept.startsWith("text/html")) {
            return HTML;
        }
        try { // not a media type, or more types than are sorted: a page
            var wanted = MediaType.parseMediaTypes(accept);
            MimeTypeUtils.sortBySpecificity(wanted);
            wanted.sort((a, b) -> Double.compare(b.getQualityValue(), a.getQualityValue()));
            wanted.removeIf(each -> each.getQualityValue() == 0);
            for (MediaType each : wanted) {
                for (RecordFormat format : values()) {
                    if (each.includes(format.type)) {
                        return format;
                    }
                }
            }
        } catch (IllegalArgumentException unreadable) {
            return HTML;
        }
        return HTML;
    }
}

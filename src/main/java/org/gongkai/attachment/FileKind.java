package org.gongkai.attachment;

import java.util.Arrays;
import java.util.Optional;

/** 允许的文件类型：扩展名、文件头、大小上限必须一致。 The allow-list; anything else is refused. */
enum FileKind {
    PDF("pdf", "application/pdf", 100),
    OFD("ofd", "application/ofd", 100),
    DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", 50),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", 50),
    PPTX("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", 100),
    DOC("doc", "application/msword", 50),
    XLS("xls", "application/vnd.ms-excel", 50),
    PPT("ppt", "application/vnd.ms-powerpoint", 100),
    WPS("wps", "application/vnd.ms-works", 50),
    TXT("txt", "text/plain", 10),
    CSV("csv", "text/csv", 50),
    JPG("jpg", "image/jpeg", 20),
    JPEG("jpeg", "image/jpeg", 20),
    PNG("png", "image/png", 20);

    private static final long MEGABYTE = 1024 * 1024;

    private final String extension;
    private final String mediaType;
    private final int megabytes;

    FileKind(String extension, String mediaType, int megabytes) {
        this.extension = extension;
        this.mediaType = mediaType;
        this.megabytes = megabytes;
    }

    static Optional<FileKind> of(String extension) {
        return Arrays.stream(values())
                .filter(kind -> kind.extension.equals(extension))
                .findFirst();
    }

    static String allowed() {
        return String.join("、", Arrays.stream(values()).map(FileKind::extension).toList());
    }

    String extension() {
        return extension;
    }

    String mediaType() {
        return mediaType;
    }

    int megabytes() {
        return megabytes;
    }

    long mostBytes() {
        return megabytes * MEGABYTE;
    }

    boolean isZip() {
        return this == OFD || this == DOCX || this == XLSX || this == PPTX;
    }

    boolean isOle() {
        return this == DOC || this == XLS || this == PPT || this == WPS;
    }

    boolean isImage() {
        return this == JPG || this == JPEG || this == PNG;
    }

    boolean isText() {
        return this == TXT || this == CSV;
    }
}

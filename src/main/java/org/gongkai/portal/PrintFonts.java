package org.gongkai.portal;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * 版式文件用的中文字体：先找数据文件夹下的 fonts，再找系统字体；只用 TrueType 轮廓的。
 *
 * <p>Chinese faces for PDF: the operator's own folder first, then the system's. Only TrueType outlines can be embedded.
 */
@Component
class PrintFonts {

    private static final Logger LOG = LoggerFactory.getLogger(PrintFonts.class);
    private static final int MOST = 3;
    private static final int HAN = '国';

    private final List<Path> folders;
    private final Object lock = new Object();
    private volatile List<Face> faces = List.of();

    PrintFonts(@Value("${gongkai.home:data}") Path home) {
        this.folders = List.of(
                home.resolve("fonts"),
                Path.of("/usr/share/fonts"),
                Path.of("/usr/local/share/fonts"),
                Path.of("C:/Windows/Fonts"),
                Path.of("/Library/Fonts"));
    }

    /**
     * 一个字面。
     *
     * @param name PostScript name, picks the face within a collection
     */
    record Face(File file, String name, CmapLookup glyphs) {

        boolean has(int character) {
            return glyphs.getGlyphId(character) != 0;
        }

        /** A fresh reading of the face, to be embedded in one document. */
        TrueTypeFont open() throws IOException {
            if (!file.getName().toLowerCase(Locale.ROOT).endsWith(".ttc")) {
                return new TTFParser().parse(new RandomAccessReadBufferedFile(file));
            }
            TrueTypeFont found = new TrueTypeCollection(file).getFontByName(name);
            if (found == null) {
                throw new IOException("no face " + name + " in " + file);
            }
            return found;
        }
    }

    /** 找到的中文字体，没有就是空。 Looked for again until one is found, so that an operator need not restart. */
    List<Face> faces() {
        if (!faces.isEmpty()) {
            return faces;
        }
        synchronized (lock) {
            if (faces.isEmpty()) {
                faces = find();
            }
            return faces;
        }
    }

    private List<Face> find() {
        var found = new ArrayList<Face>();
        for (Path folder : folders) {
            for (Path file : files(folder)) {
                if (found.size() < MOST) {
                    add(file.toFile(), found);
                }
            }
        }
        return List.copyOf(found);
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().toLowerCase(Locale.ROOT).matches(".*\\.tt[fc]"))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            LOG.warn("cannot read the fonts below {}", folder);
            return List.of();
        }
    }

    private static void add(File file, List<Face> found) {
        try {
            if (file.getName().toLowerCase(Locale.ROOT).endsWith(".ttc")) {
                try (var collection = new TrueTypeCollection(file)) {
                    var inside = new ArrayList<Face>();
                    collection.processAllFonts(font -> consider(file, font, inside));
                    inside.stream().limit(1).forEach(found::add);
                }
            } else {
                try (var font = new TTFParser().parse(new RandomAccessReadBufferedFile(file))) {
                    consider(file, font, found);
                }
            }
        } catch (IOException | RuntimeException e) {
            LOG.debug("not a usable font: {}", file);
        }
    }

    private static void consider(File file, TrueTypeFont font, List<Face> found) throws IOException {
        var glyphs = font.getUnicodeCmapLookup();
        if (font.getTableMap().containsKey("glyf") && glyphs.getGlyphId(HAN) != 0) {
            found.add(new Face(file, font.getName(), glyphs));
        }
    }
}

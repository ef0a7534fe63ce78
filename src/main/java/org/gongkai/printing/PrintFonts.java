package org.gongkai.printing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * 版式文件用的中文字体：先找数据文件夹下的 fonts，再找系统字体；只用 TrueType 轮廓的。
 *
 * <p>Chinese faces for PDF: the operator's own folder first, then the system's. Only TrueType outlines can be embedded.
 */
@Component
public class PrintFonts {

    private static final Logger LOG = LoggerFactory.getLogger(PrintFonts.class);
    private static final int MOST = 3;
    private static final Duration AGAIN = Duration.ofMinutes(1);
    private static final int HAN = '国';

    private final List<Path> folders;
    private final Object lock = new Object();
    private final Clock clock;
    private volatile Looked looked = new Looked(List.of(), Instant.EPOCH);

    @Autowired
    PrintFonts(@Value("${gongkai.home:data}") Path home, Clock clock) {
        this(
                List.of(
                        home.resolve("fonts"),
                        Path.of("/usr/share/fonts"),
                        Path.of("/usr/local/share/fonts"),
                        Path.of("C:/Windows/Fonts"),
                        Path.of("/Library/Fonts")),
                clock);
    }

    public PrintFonts(List<Path> folders, Clock clock) {
        this.folders = List.copyOf(folders);
        this.clock = clock;
    }

    /** 找的结果；什么也没找到的，隔一会儿才再找。 */
    private record Looked(List<Face> faces, Instant at) {

        boolean stands(Instant now) {
            return !faces.isEmpty() || now.isBefore(at.plus(AGAIN));
        }
    }

    /**
     * 一个字面。
     *
     * @param name PostScript name, picks the face within a collection
     */
    public record Face(File file, String name, CmapLookup glyphs) {

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

    /** 找到的中文字体，没有就是空；一分钟后再找，管理员放进字体不用重新启动。 Nothing found is remembered for a minute. */
    public List<Face> faces() {
        if (!looked.stands(clock.instant())) {
            synchronized (lock) {
                if (!looked.stands(clock.instant())) {
                    looked = new Looked(find(), clock.instant());
                }
            }
        }
        return looked.faces();
    }

    private List<Face> find() {
        var found = new ArrayList<Face>();
        for (Path folder : folders) {
            for (Path file : files(folder)) {
                add(file.toFile(), found);
                if (found.size() >= MOST) {
                    return List.copyOf(found);
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
            LOG.warn("字体目录读不出 (cannot read the fonts below): {}", folder, e);
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
            LOG.debug("不能用的字体 (not a usable font): {}", file, e);
        }
    }

    private static void consider(File file, TrueTypeFont font, List<Face> found) throws IOException {
        var glyphs = font.getUnicodeCmapLookup();
        if (font.getTableMap().containsKey("glyf") && glyphs.getGlyphId(HAN) != 0) {
            found.add(new Face(file, font.getName(), glyphs));
        }
    }
}

package org.gongkai;

import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * 截图：每次都存到 {@code target/screenshots}；只有加 {@code -Dgongkai.screenshots=write} 才换掉文档里的。
 *
 * <p>Pictures of the screens; those of the documentation as PNG files with a palette: half the size of a photograph, and letters stay
 * sharp. They show the day they were taken, so an ordinary run must not touch those of the documentation.
 */
final class Screens {

    private static final Path ALWAYS = Path.of("target", "screenshots");
    private static final Path DOCUMENTED = Path.of("docs", "screenshots");
    private static final boolean WRITE = "write".equals(System.getProperty("gongkai.screenshots"));
    private static final int COLOURS = 64;
    private static final int OFFICE = 1366;
    private static final int PHONE = 360;

    private Screens() {}

    /** 办公室常见的一三六六宽，再来一张三百六十宽的。 */
    static void both(Visitor visitor, String name) {
        documented(visitor, name);
        visitor.page().setViewportSize(PHONE, 740);
        documented(visitor, name + "-" + PHONE);
        visitor.page().setViewportSize(OFFICE, 768);
    }

    static void documented(Visitor visitor, String name) {
        byte[] png = visitor.page().screenshot();
        keep(ALWAYS, name, png);
        if (WRITE) {
            keep(DOCUMENTED, name, small(png));
        }
    }

    /** 整页的图，给人看的。 */
    static void whole(Visitor visitor, String name) {
        keep(
                Path.of("target", "screens"),
                name,
                visitor.page().screenshot(new Page.ScreenshotOptions().setFullPage(true)));
    }

    private static void keep(Path folder, String name, byte[] png) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(name + ".png"), png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** 屏幕上颜色不多，留最常见的几十种，其余的取最近的。 */
    private static byte[] small(byte[] png) {
        try {
            BufferedImage full = ImageIO.read(new ByteArrayInputStream(png));
            int[] palette = palette(full);
            var model =
                    new IndexColorModel(8, palette.length, palette, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
            var indexed = new BufferedImage(full.getWidth(), full.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
            Map<Integer, Integer> nearest = new HashMap<>();
            for (int y = 0; y < full.getHeight(); y++) {
                for (int x = 0; x < full.getWidth(); x++) {
                    int index = nearest.computeIfAbsent(full.getRGB(x, y), colour -> nearest(palette, colour));
                    indexed.getRaster().setSample(x, y, 0, index);
                }
            }
            var out = new java.io.ByteArrayOutputStream();
            ImageIO.write(indexed, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int[] palette(BufferedImage image) {
        Map<Integer, Integer> counts = new HashMap<>();
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            Arrays.stream(row).forEach(colour -> counts.merge(colour, 1, Integer::sum));
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(COLOURS)
                .mapToInt(Map.Entry::getKey)
                .toArray();
    }

    private static int nearest(int[] palette, int colour) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < palette.length; i++) {
            int red = (palette[i] >> 16 & 255) - (colour >> 16 & 255);
            int green = (palette[i] >> 8 & 255) - (colour >> 8 & 255);
            int blue = (palette[i] & 255) - (colour & 255);
            int distance = red * red + green * green + blue * blue;
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }
}

package org.gongkai.attachment;

import static org.gongkai.attachment.PackageCheck.refused;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;

/**
 * 图片重新编码：拍摄地点、设备等元数据和夹带的内容都不保留，方向先摆正。
 *
 * <p>Re-encodes pictures: EXIF (place, device) and anything smuggled behind the picture is gone; the orientation is applied first.
 */
final class Images {

    private static final long MOST_PIXELS = 40_000_000;
    private static final float QUALITY = 0.9f;

    private Images() {}

    static void reencode(Path from, Path to, FileKind kind) throws IOException {
        var image = read(from, kind);
        if (kind == FileKind.PNG) {
            ImageIO.write(image, "png", to.toFile());
            return;
        }
        var upright = turn(image, orientation(from));
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var out = ImageIO.createImageOutputStream(to.toFile())) {
            var param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(opaque(upright), null, null), param);
        } finally {
            writer.dispose();
        }
    }

    private static BufferedImage read(Path from, FileKind kind) throws IOException {
        try (var in = ImageIO.createImageInputStream(from.toFile())) {
            var readers = ImageIO.getImageReadersByFormatName(kind == FileKind.PNG ? "png" : "jpeg");
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                if (pixels > MOST_PIXELS) {
                    throw refused("attachment.tooManyPixels", pixels / 10_000, MOST_PIXELS / 10_000);
                }
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw refused("attachment.damaged", kind.extension().toLowerCase(Locale.ROOT));
        }
    }

    private static BufferedImage opaque(BufferedImage image) {
        if (!image.getColorModel().hasAlpha() && image.getType() != BufferedImage.TYPE_CUSTOM) {
            return image;
        }
        var plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        var graphics = plain.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, plain.getWidth(), plain.getHeight());
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return plain;
    }

    private static BufferedImage turn(BufferedImage image, int orientation) {
        int degrees =
                switch (orientation) {
                    case 3 -> 180;
                    case 6 -> 90;
                    case 8 -> 270;
                    default -> 0;
                };
        if (degrees == 0) {
            return image;
        }
        var turn = new AffineTransform();
        int width = degrees == 180 ? image.getWidth() : image.getHeight();
        int height = degrees == 180 ? image.getHeight() : image.getWidth();
        turn.translate(width / 2.0, height / 2.0);
        turn.rotate(Math.toRadians(degrees));
        turn.translate(-image.getWidth() / 2.0, -image.getHeight() / 2.0);
        var target = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = target.createGraphics();
        graphics.drawImage(opaque(image), turn, null);
        graphics.dispose();
        return target;
    }

    /** EXIF 的方向标记 0x0112；没有或者看不懂就是 1。 */
    static int orientation(Path jpeg) throws IOException {
        byte[] head;
        try (var in = Files.newInputStream(jpeg)) {
            head = in.readNBytes(128 * 1024);
        }
        for (int i = 2; i + 4 < head.length && (head[i] & 0xff) == 0xff; ) {
            int marker = head[i + 1] & 0xff;
            int length = (head[i + 2] & 0xff) << 8 | (head[i + 3] & 0xff);
            if (marker == 0xe1 && i + 10 < head.length && head[i + 4] == 'E' && head[i + 5] == 'x') {
                return orientation(head, i + 10);
            }
            if (marker == 0xda || length < 2) {
                return 1;
            }
            i += 2 + length;
        }
        return 1;
    }

    private static int orientation(byte[] head, int tiff) {
        boolean little = tiff + 8 < head.length && head[tiff] == 'I';
        int folder = tiff + number(head, tiff + 4, 4, little);
        int count = number(head, folder, 2, little);
        for (int i = 0; i < Math.min(count, 64); i++) {
            int entry = folder + 2 + i * 12;
            if (number(head, entry, 2, little) == 0x0112) {
                return number(head, entry + 8, 2, little);
            }
        }
        return 1;
    }

    private static int number(byte[] bytes, int at, int size, boolean little) {
        if (at < 0 || at + size > bytes.length) {
            return 0;
        }
        int value = 0;
        for (int i = 0; i < size; i++) {
            int b = bytes[little ? at + size - 1 - i : at + i] & 0xff;
            value = value << 8 | b;
        }
        return value;
    }
}

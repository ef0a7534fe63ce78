package org.gongkai.ui;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Map;

/**
 * 二维码，画成 SVG 路径，不用图片；四周留四个模块的空白（GB/T 18284）。
 *
 * <p>A QR code as the path of an SVG, with the quiet zone of four modules the standard asks for.
 *
 * @param size 边长，以模块计 edge in modules, quiet zone included
 * @param path {@code d} of the path
 */
public record QrCode(int size, String path) {

    private static final int QUIET_ZONE = 4;

    public static QrCode of(String content) {
        try {
            var hints = Map.of(EncodeHintType.MARGIN, QUIET_ZONE);
            var matrix = new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, 0, 0, hints);
            return new QrCode(matrix.getWidth(), path(matrix));
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }

    /** 一整张图，白底。 The whole picture on white, ready to stand in a page or a file of its own. */
    public static String svg(String content) {
        var code = of(content);
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %1$d\" width=\"140\" height=\"140\" aria-hidden=\"true\"><rect fill=\"#fff\" width=\"%1$d\" height=\"%1$d\"/><path d=\"%2$s\"/></svg>"
                .formatted(code.size, code.path);
    }

    private static String path(BitMatrix matrix) {
        var path = new StringBuilder();
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }
}

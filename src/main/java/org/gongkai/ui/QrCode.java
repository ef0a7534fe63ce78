package org.gongkai.ui;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Map;

/** 二维码，内联 SVG。 */
public final class QrCode {

    private QrCode() {}

    /** 内容是地址；黑块用路径画，不用图片。 */
    public static String svg(String content) {
        try {
            BitMatrix matrix =
                    new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, 2));
            var path = new StringBuilder();
            for (int y = 0; y < matrix.getHeight(); y++) {
                for (int x = 0; x < matrix.getWidth(); x++) {
                    if (matrix.get(x, y)) {
                        path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                    }
                }
            }
            int size = matrix.getWidth();
            return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"140\" height=\"140\" aria-hidden=\"true\"><rect fill=\"#fff\" width=\"%d\" height=\"%d\"/><path d=\"%s\"/></svg>"
                    .formatted(size, size, size, size, path);
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }
}

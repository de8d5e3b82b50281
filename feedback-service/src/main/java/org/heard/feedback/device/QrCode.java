package org.heard.feedback.device;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/** QR codes (ISO/IEC 18004) as SVG images, with their quiet zone. */
public final class QrCode {
  private static final int QUIET_MODULES = 4;

  private QrCode() {}

  /**
   * An image of one unit a module, to be scaled at will.
   *
   * @param text at most some two thousand characters
   */
  public static String svg(String text) {
    BitMatrix modules = modules(text);
    StringBuilder dark = new StringBuilder();
    for (int y = 0; y < modules.getHeight(); y++) {
      appendRow(modules, y, dark);
    }
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" shape-rendering="crispEdges">\
    <rect width="%1$d" height="%2$d" fill="#fff"/><path d="%3$s" fill="#000"/></svg>\
    """
        .formatted(modules.getWidth(), modules.getHeight(), dark);
  }

  private static void appendRow(BitMatrix modules, int y, StringBuilder dark) {
    for (int x = 0; x < modules.getWidth(); x++) {
      int from = x;
      while (x < modules.getWidth() && modules.get(x, y)) {
        x++;
      }
      if (x > from) {
        dark.append('M').append(from).append(' ').append(y);
        dark.append('h').append(x - from).append("v1H").append(from).append('z');
      }
    }
  }

  /**
   * The dark modules, with the quiet zone, for other kinds of image.
   *
   * @param text at most some two thousand characters
   */
  public static BitMatrix modules(String text) {
    try {
      return new QRCodeWriter()
          .encode(
              text,
              BarcodeFormat.QR_CODE,
              0,
              0,
              Map.of(
                  EncodeHintType.ERROR_CORRECTION,
                  ErrorCorrectionLevel.M,
                  EncodeHintType.MARGIN,
                  QUIET_MODULES));
    } catch (WriterException tooLong) {
      throw new IllegalArgumentException("too long for a QR code", tooLong);
    }
  }
}

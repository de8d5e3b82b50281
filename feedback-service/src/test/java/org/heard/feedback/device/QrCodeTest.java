package org.heard.feedback.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrCodeTest {
  private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 (\\d+) (\\d+)\"");
  private static final Pattern BAR = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1H(\\d+)z");
  private static final int PIXELS = 4;

  @ParameterizedTest
  @ValueSource(strings = {"x", "https://feedback.example.nhs.uk/kiosk#pair=7QK2M-0ZD9X"})
  void isReadBack(String text) throws Exception {
    assertThat(read(QrCode.svg(text))).isEqualTo(text);
  }

  /** Draws the bars as a browser would and reads them as a phone would. */
  private static String read(String svg) throws Exception {
    Matcher size = SIZE.matcher(svg);
    assertThat(size.find()).isTrue();
    int side = Integer.parseInt(size.group(1)) * PIXELS;
    int[] pixels = new int[side * side];
    Arrays.fill(pixels, 0xffffff);
    Matcher bar = BAR.matcher(svg);
    while (bar.find()) {
      assertThat(bar.group(4)).isEqualTo(bar.group(1));
      draw(pixels, side, number(bar, 1), number(bar, 2), number(bar, 3));
    }
    var image = new RGBLuminanceSource(side, side, pixels);
    return new QRCodeReader()
        .decode(new BinaryBitmap(new GlobalHistogramBinarizer(image)))
        .getText();
  }

  private static int number(Matcher bar, int group) {
    return Integer.parseInt(bar.group(group)) * PIXELS;
  }

  private static void draw(int[] pixels, int side, int x, int y, int width) {
    for (int row = y; row < y + PIXELS; row++) {
      Arrays.fill(pixels, row * side + x, row * side + x + width, 0);
    }
  }
}

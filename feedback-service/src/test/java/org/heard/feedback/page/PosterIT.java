package org.heard.feedback.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.StringReader;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.heard.feedback.Backends;
import org.heard.feedback.Feedback;
import org.heard.feedback.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.InputSource;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class PosterIT {
  private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 (\\d+) (\\d+)\"");
  private static final Pattern BAR = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1H");
  private static final int PIXELS = 4;

  private String code;

  @BeforeEach
  void ward() {
    Feedback.directory();
    code =
        Feedback.as(TestTokens.admin())
            .body(Map.of("name", "Ash & \"Oak\" <Ward>", "siteId", "S01"))
            .put("/v1/directory/wards/W81")
            .path("formCode");
  }

  @Test
  void itsPictureLeadsToTheForm() throws Exception {
    Response poster = poster("W81", "svg");
    poster.then().statusCode(200).contentType("image/svg+xml");
    String svg = poster.asString();
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
    String address = "http://localhost:" + RestAssured.port + "/f/" + code;
    assertThat(read(svg.substring(svg.indexOf("<svg", 10)))).isEqualTo(address);
    assertThat(svg).contains(address.substring("http://".length()) + "</text>");
    Feedback.as(TestTokens.admin()).get(address).then().statusCode(200);
  }

  @Test
  void itsFileIsToBePrinted() throws Exception {
    Response poster = poster("W81", "pdf");
    poster.then().statusCode(200).contentType("application/pdf");
    try (PDDocument document = Loader.loadPDF(poster.asByteArray())) {
      assertThat(new PDFTextStripper().getText(document))
          .contains(code)
          .contains("\"Oak\" <Ward>?");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/pdf | '' | application/pdf",
        "application/pdf, */*;q=0.5 | '' | application/pdf",
        "image/svg+xml;q=0.5, application/pdf | '' | application/pdf",
        "image/* | '' | image/svg+xml",
        "*/* | '' | image/svg+xml",
        "image/svg+xml | pdf | application/pdf",
        "application/pdf | svg | image/svg+xml",
      })
  void isWhatTheClientAcceptsUnlessItSays(String accept, String format, String type) {
    Feedback.as(TestTokens.admin())
        .header("Accept", accept)
        .get("/v1/wards/W81/poster" + (format.isEmpty() ? "" : "?format=" + format))
        .then()
        .statusCode(200)
        .contentType(type);
  }

  @Test
  void isForAdminsOfTheWard() {
    poster("W81", "gif").then().statusCode(400).body("code", equalTo("INVALID_PARAMETER"));
    poster("NOPE", "svg").then().statusCode(404).body("code", equalTo("NOT_FOUND"));
    RestAssured.get("/v1/wards/W81/poster").then().statusCode(401);
    Feedback.as(TestTokens.withRole("ward-leader"))
        .get("/v1/wards/W81/poster")
        .then()
        .statusCode(403);
  }

  private static Response poster(String ward, String format) {
    return Feedback.as(TestTokens.admin()).get("/v1/wards/" + ward + "/poster?format=" + format);
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
      int x = Integer.parseInt(bar.group(1)) * PIXELS;
      int y = Integer.parseInt(bar.group(2)) * PIXELS;
      int width = Integer.parseInt(bar.group(3)) * PIXELS;
      for (int row = y; row < y + PIXELS; row++) {
        Arrays.fill(pixels, row * side + x, row * side + x + width, 0);
      }
    }
    var image = new RGBLuminanceSource(side, side, pixels);
    return new QRCodeReader()
        .decode(new BinaryBitmap(new GlobalHistogramBinarizer(image)))
        .getText();
  }
}

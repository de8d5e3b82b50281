package org.heard.feedback.page;

import com.google.zxing.common.BitMatrix;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.heard.feedback.device.QrCode;

/** Draws a poster as a PDF file. */
final class PosterPdf {
  private static final float POINTS = 72 / 25.4f;

  /** Comes with the library; it has the letters of Europe's languages, unlike the built-in ones. */
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private static final float BOLD_STROKE = 0.03f;

  private PosterPdf() {}

  /** The file. */
  static byte[] draw(Poster poster) {
    try (PDDocument document = new PDDocument();
        InputStream letters = PDDocument.class.getResourceAsStream(FONT);
        ByteArrayOutputStream file = new ByteArrayOutputStream()) {
      PDFont font = PDType0Font.load(document, letters);
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      document.getDocumentInformation().setTitle(poster.title());
      document.getDocumentCatalog().setLanguage("en-GB");
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        drawCode(content, poster);
        for (Poster.Line line : poster.lines()) {
          drawLine(content, font, line);
        }
      }
      document.save(file);
      return file.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException("a file in memory could not be written", impossible);
    }
  }

  private static void drawLine(PDPageContentStream content, PDFont font, Poster.Line line)
      throws IOException {
    float size = (float) line.size() * POINTS;
    String text = drawable(font, line.text());
    float width = font.getStringWidth(text) / 1000 * size;
    content.beginText();
    content.setFont(font, size);
    content.setLineWidth(size * BOLD_STROKE);
    content.setRenderingMode(line.bold() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
    content.newLineAtOffset(
        ((float) Poster.WIDTH * POINTS - width) / 2, fromBelow(line.baseline()));
    content.showText(text);
    content.endText();
  }

  private static void drawCode(PDPageContentStream content, Poster poster) throws IOException {
    BitMatrix modules = QrCode.modules(poster.address());
    double module = poster.codeSide() / modules.getWidth();
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        if (modules.get(x, y)) {
          content.addRect(
              (float) (poster.codeLeft() + x * module) * POINTS,
              fromBelow(poster.codeTop() + (y + 1) * module),
              (float) module * POINTS,
              (float) module * POINTS);
        }
      }
    }
    content.fill();
  }

  private static float fromBelow(double fromAbove) {
    return (float) (Poster.HEIGHT - fromAbove) * POINTS;
  }

  /** A letter that the font does not have would end the drawing. */
  private static String drawable(PDFont font, String text) throws IOException {
    StringBuilder drawable = new StringBuilder();
    for (int letter : text.codePoints().toArray()) {
      drawable.append(has(font, letter) ? Character.toString(letter) : "?");
    }
    return drawable.toString();
  }

  private static boolean has(PDFont font, int letter) throws IOException {
    try {
      return font.encode(Character.toString(letter)).length > 0;
    } catch (IllegalArgumentException noGlyph) {
      return false;
    }
  }
}

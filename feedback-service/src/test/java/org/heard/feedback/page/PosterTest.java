package org.heard.feedback.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.heard.feedback.directory.Ward;
import org.heard.feedback.directory.WardPlace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PosterTest {
  private static final String ADDRESS = "https://feedback.example.nhs.uk/f/7QK2M0";

  @Test
  void saysWhatItIsAndWhatToType() throws Exception {
    String text = text(Poster.of(place("Ash Ward"), ADDRESS));
    assertThat(text)
        .contains("Northmoor General")
        .contains("How was it on Ash")
        .contains("feedback.example.nhs.uk/f/7QK2M0")
        .contains("The code of this ward is 7QK2M0")
        .contains("Nobody watches the answers for urgent help");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tŷ Gwyn",
        "病棟",
        "A <b>&\"'",
        "bell\u0007 and\nbreak",
        "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW"
      })
  void isDrawnWhateverTheWardIsCalled(String name) throws Exception {
    Poster poster = Poster.of(place(name), ADDRESS);
    assertThat(text(poster)).contains("7QK2M0");
    assertThat(poster.lines()).allMatch(line -> line.text().matches("[^\\p{Cc}]*"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 20, 41, 91, 200})
  void nothingRunsIntoAnything(int length) {
    Poster poster = Poster.of(place("Wide ".repeat(50).substring(0, length)), ADDRESS);
    double last = 0;
    for (Poster.Line line : poster.lines()) {
      assertThat(line.baseline() - line.size()).as(line.text()).isGreaterThanOrEqualTo(last - 0.1);
      assertThat(line.text().length() * line.size() * 0.55).as(line.text()).isLessThan(200);
      last = line.baseline();
      boolean aboveCode = line.baseline() < poster.codeTop();
      boolean belowCode = line.baseline() - line.size() > poster.codeTop() + poster.codeSide();
      assertThat(aboveCode || belowCode).as(line.text()).isTrue();
    }
    assertThat(last).isLessThan(poster.height() - 10);
  }

  private static String text(Poster poster) throws Exception {
    try (PDDocument document = Loader.loadPDF(PosterPdf.draw(poster))) {
      assertThat(document.getNumberOfPages()).isOne();
      return new PDFTextStripper().getText(document);
    }
  }

  private static WardPlace place(String name) {
    return new WardPlace(
        new Ward("W01", "S01", "O01"),
        name,
        "Northmoor General",
        "7QK2M0",
        ZoneId.of("Europe/London"));
  }
}

package org.heard.analytics.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertWordsTest {

  private static final double[] PLAIN = {1, 0, 0, 0, 0};

  private final CommentReader reader = CommentReader.load();
  private final AlertWords words =
      new AlertWords(
          List.of(
              "[comment]",
              "start -1",
              "moderate 0.5",
              "serious 0.5",
              "rated-poor 0.4",
              "rated-good -0.4",
              "[neglect]",
              "commod 2",
              "[abuse-or-safety]",
              "bruis 1.5"));

  private Optional<Alert> read(String text, double... circumstances) {
    CommentText comment = new CommentText(null, null, text);
    return words.read(reader.read(comment).reading(), circumstances);
  }

  @Test
  void addsUpWordsUntilTheyReachZero() {
    assertThat(read("A commode stood there", PLAIN)).isEmpty();
    assertThat(read("A bruise from the commode", PLAIN)).isPresent();
  }

  @Test
  void countsAWordOnceWhateverItsEnding() {
    assertThat(read("Bruised and bruised, a bruise and more bruises", PLAIN)).isEmpty();
  }

  @Test
  void weighsAWordLessInALongComment() {
    String many = "and then we went for a walk round the garden with the dog ".repeat(5);

    assertThat(read("A bruise from the commode " + many, PLAIN)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, 0, 0, 0", "0, 1, 0, 0", "0, 0, 1, 0"})
  void listensToHowTheCommentReads(double moderate, double serious, double poor, double good) {
    assertThat(read("A commode stood there", 1, moderate, serious, poor, good)).isPresent();
  }

  @Test
  void listensToAGoodScore() {
    assertThat(read("A bruise from the commode", 1, 0, 0, 0, 1)).isEmpty();
  }

  @Test
  void saysNothingWithoutAWord() {
    assertThat(read("It was all right", 1, 9, 9, 1, 0)).isEmpty();
  }

  @Test
  void pointsAtTheUnitThatHasMostPointsInTheLaneThatHas() {
    assertThat(read("I had a bruise, the commode stood there, thank you", PLAIN))
        .hasValueSatisfying(
            alert -> {
              assertThat(alert.category()).isEqualTo(AlertCategory.NEGLECT);
              assertThat(alert.evidence().text()).isEqualTo("the commode stood there");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "bruises, bruis",
    "bruised, bruis",
    "grabbed, grab",
    "grab, grab",
    "commode, commod",
    "died, died",
    "her, her",
    "was, was",
  })
  void stemsWords(String word, String stem) {
    assertThat(AlertWords.stem(word)).isEqualTo(stem);
  }

  @Test
  void aLineThatCannotBeReadStopsTheStart() {
    assertThatThrownBy(() -> new AlertWords(List.of("[nowhere]", "word 1")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void speakOnlyWhereNoLineDoes() {
    TaggedComment comment =
        Said.tagged("why", 5, "Dad fell out of bed on the ward and nobody would tell my sister");

    assertThat(comment.alerts())
        .extracting(Alert::category)
        .containsExactly(AlertCategory.FALL_OR_MEDICATION_ERROR);
  }
}

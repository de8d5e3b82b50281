package org.heard.analytics.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import org.heard.analytics.training.InventedTexts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Texts that three writers invented before they saw the lexicon, and later ones of the third (its
 * {@code later} files). Lexicon and points of words have since been made by what they showed, so
 * these are floors against steps back. Only half {@code y} of the third writer's was never looked
 * at nor learnt from; what was found in texts at first sight stands in RATIONALE.md.
 */
class InventedTextsTest {

  @ParameterizedTest
  @CsvSource({
    "alerts-invented.csv, , 0.97",
    "alerts-unseen.csv, , 0.97",
    "alerts-third.csv, x, 0.97",
    "alerts-later.csv, , 0.75",
    "alerts-third.csv, y, 0.86",
  })
  void alertsAreFound(String file, String half, double least) throws IOException {
    assertThat(alerting(file, half)).isGreaterThanOrEqualTo(least);
  }

  @ParameterizedTest
  @CsvSource({
    "alerts-near-misses.csv, , 0.02",
    "near-misses-unseen.csv, , 0.07",
    "near-misses-third.csv, x, 0.05",
    "near-misses-later.csv, , 0.25",
    "near-misses-third.csv, y, 0.10",
  })
  void nearMissesKeepSilent(String file, String half, double most) throws IOException {
    assertThat(alerting(file, half)).isLessThanOrEqualTo(most);
  }

  private static double alerting(String file, String half) throws IOException {
    boolean measured = "y".equals(half);
    List<InventedTexts.Invented> texts =
        InventedTexts.read(path(file)).stream()
            .filter(text -> text.measured() == measured)
            .toList();
    assertThat(texts).hasSizeGreaterThan(100);
    long alerting =
        texts.stream().filter(text -> !tagged(text.comment()).alerts().isEmpty()).count();
    return (double) alerting / texts.size();
  }

  private static TaggedComment tagged(CommentText comment) {
    return Said.TAGGER.tag(comment);
  }

  private static Path path(String file) {
    URL found = InventedTextsTest.class.getResource("/tagging/" + file);
    return Path.of(URI.create(found.toString()));
  }
}

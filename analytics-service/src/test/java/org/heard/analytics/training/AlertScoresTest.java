package org.heard.analytics.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.heard.analytics.tagging.Tagger;
import org.junit.jupiter.api.Test;

class AlertScoresTest {
  private static final Path TEXTS = Path.of("src/test/resources/tagging");

  /** A poor score speaks for an alert, and these are told with and without one. */
  @Test
  void whatHasNoScoreIsScoredApart() throws IOException {
    String row =
        AlertScores.lines(Tagger.load(), TEXTS).stream()
            .filter(line -> line.startsWith("| alerts-later.csv |"))
            .findFirst()
            .orElseThrow();

    List<String> cells = List.of(row.split(" \\| ", -1));
    assertThat(found(cells.get(4))).isLessThan(found(cells.get(1)));
    assertThat(cells.get(5)).contains(" of 120 ");
  }

  private static int found(String share) {
    return Integer.parseInt(share.split(" ", 2)[0]);
  }
}

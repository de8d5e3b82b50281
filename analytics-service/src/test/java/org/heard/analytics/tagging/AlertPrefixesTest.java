package org.heard.analytics.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.heard.analytics.training.InventedTexts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Events told in one clause, with words in front of them that suppose or deny something else: what
 * happened must still be seen. All of the texts alone are the first row.
 */
class AlertPrefixesTest {

  private static final Set<AlertCategory> EVENTS =
      Set.of(
          AlertCategory.ABUSE_OR_SAFETY,
          AlertCategory.NEGLECT,
          AlertCategory.FALL_OR_MEDICATION_ERROR);

  private static final CommentReader READER = CommentReader.load();

  private static final List<InventedTexts.Invented> TEXTS =
      Stream.of("alerts-invented.csv", "alerts-unseen.csv", "alerts-third.csv")
          .flatMap(file -> read(file).stream())
          .filter(text -> !text.measured() && EVENTS.contains(text.category()))
          .filter(AlertPrefixesTest::isOneClause)
          .toList();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                           | 0.95 | 0.95 | 0.93
          I asked for a drink and                      | 0.95 | 0.92 | 0.95
          I asked if I could have a drink and          | 0.90 | 0.83 | 0.81
          I asked if I could have a drink and then     | 0.93 | 0.92 | 0.92
          I thought they would help and                | 0.90 | 0.86 | 0.80
          I was worried I might be late and then       | 0.96 | 0.93 | 0.93
          It would have been nice to get help when     | 0.95 | 0.95 | 0.92
          I want to know if there is a report as       | 0.96 | 0.92 | 0.96
          Staff could not have been kinder after       | 0.95 | 0.95 | 0.93
          A complaint went in after                    | 0.96 | 0.96 | 0.96
          Nothing was done after                       | 0.95 | 0.95 | 0.93
          Nobody apologised after                      | 0.96 | 0.93 | 0.96
          My mother never recovered after              | 0.96 | 0.95 | 0.92
          """)
  void anEventBehindOtherWordsAlerts(String prefix, double any, double lane, double withoutScore) {
    assertThat(TEXTS).hasSizeGreaterThan(60);
    double anyFound = share(text -> !tagged(prefix, text, true).alerts().isEmpty());
    double laneFound =
        share(text -> tagged(prefix, text, true).categories().contains(text.category()));
    double bareFound = share(text -> !tagged(prefix, text, false).alerts().isEmpty());

    assertThat(anyFound).as("any alert").isGreaterThanOrEqualTo(any);
    assertThat(laneFound).as("the right lane").isGreaterThanOrEqualTo(lane);
    assertThat(bareFound).as("any alert without a score").isGreaterThanOrEqualTo(withoutScore);
  }

  private static double share(Predicate<InventedTexts.Invented> found) {
    return (double) TEXTS.stream().filter(found).count() / TEXTS.size();
  }

  private static TaggedComment tagged(
      String prefix, InventedTexts.Invented text, boolean withScore) {
    CommentText comment = text.comment();
    Integer rating = withScore ? comment.rating() : null;
    String whole = prefix.isEmpty() ? comment.text() : prefix + " " + comment.text();
    return Said.TAGGER.tag(new CommentText(comment.question(), rating, whole));
  }

  /** And supposes nothing itself. */
  private static boolean isOneClause(InventedTexts.Invented text) {
    Reading reading = READER.read(text.comment()).reading();
    return reading.words().clauseEnd(0) == reading.words().size() && !reading.has("hypothetical");
  }

  private static List<InventedTexts.Invented> read(String file) {
    try {
      return InventedTexts.read(
          Path.of(URI.create(AlertPrefixesTest.class.getResource("/tagging/" + file).toString())));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}

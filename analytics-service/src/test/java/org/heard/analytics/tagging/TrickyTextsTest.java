package org.heard.analytics.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.heard.analytics.training.InventedTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The third writer's tricky texts ({@code tricky-more.csv}), each on its own: every one must be
 * read as its writer meant it, but for what {@code tricky-known-failures.txt} lists, no more and no
 * less. Who mends something takes it off that list, so that it stays mended.
 */
class TrickyTextsTest {

  private static final Map<String, List<String>> KNOWN_FAILURES = knownFailures();

  static Stream<Arguments> rows() {
    List<List<String>> rows = read();
    return rows.subList(1, rows.size()).stream()
        .map(row -> Arguments.of(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("rows")
  void isReadAsItsWriterMeantIt(
      String id, String text, String question, String rating, String expected) {
    assertThat(wrong(text, question, rating, expected))
        .as("what is wrong of %s, as the list has it", id)
        .containsExactlyInAnyOrderElementsOf(KNOWN_FAILURES.getOrDefault(id, List.of()));
  }

  @Test
  void everyKnownFailureIsARow() {
    Set<String> ids = new HashSet<>();
    rows().forEach(row -> assertThat(ids.add((String) row.get()[0])).isTrue());

    assertThat(ids).containsAll(KNOWN_FAILURES.keySet());
    assertThat(KNOWN_FAILURES.values()).noneMatch(List::isEmpty);
  }

  @Test
  void whatNamesNoCodeIsRefused() {
    assertThat(Said.word("p/food-and-drink:negative")).isEqualTo("food-and-drink-");
    assertThat(Said.word("alert:neglect")).isEqualTo("alert:neglect");
    assertThatThrownBy(() -> Said.word("p:food-and-drink:negative")).hasMessageContaining("p:food");
    assertThatThrownBy(() -> Said.word("kindness:present")).hasMessageContaining("kindness");
    assertThatThrownBy(() -> Said.word("alert:rudeness")).hasMessageContaining("rudeness");
  }

  /** What should have been said and was not; with {@code !} what was and should not. */
  private static List<String> wrong(String text, String question, String rating, String expected) {
    Integer score = rating.isBlank() ? null : Integer.valueOf(rating.strip());
    Set<String> said = Said.words(Said.tagged(question, score, text));
    List<String> wrong = new ArrayList<>();
    for (String token : expected.split(";", -1)) {
      String word = token.strip();
      boolean forbidden = word.startsWith("!");
      if (Said.says(said, Said.word(forbidden ? word.substring(1) : word)) == forbidden) {
        wrong.add(word);
      }
    }
    return wrong;
  }

  private static Map<String, List<String>> knownFailures() {
    try (Stream<String> lines = Files.lines(path("tricky-known-failures.txt"))) {
      Map<String, List<String>> failures = new TreeMap<>();
      lines
          .filter(line -> !line.startsWith("#"))
          .map(line -> List.of(line.split(" ", -1)))
          .forEach(line -> failures.put(line.get(0), line.subList(1, line.size())));
      return failures;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static List<List<String>> read() {
    try {
      return InventedTexts.rows(path("tricky-more.csv"));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Path path(String file) {
    return Path.of(URI.create(TrickyTextsTest.class.getResource("/tagging/" + file).toString()));
  }
}

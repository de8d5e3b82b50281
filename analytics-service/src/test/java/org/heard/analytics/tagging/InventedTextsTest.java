package org.heard.analytics.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Texts that another reader invented before seeing the lexicon. The first half of each alert file
 * was used to write the lexicon, the second half never: it shows what the lexicon is good for. The
 * figures are floors under what was measured, against steps back.
 */
class InventedTextsTest {

  @Test
  void alertsAreFoundInTheHalfTheLexiconWasWrittenWith() throws IOException {
    assertThat(alerting("alerts-invented.csv", true)).isGreaterThanOrEqualTo(0.97);
    assertThat(alerting("alerts-near-misses.csv", true)).isLessThanOrEqualTo(0.10);
  }

  @Test
  void unseenAlertsAreFoundLessOften() throws IOException {
    assertThat(alerting("alerts-invented.csv", false)).isGreaterThanOrEqualTo(0.43);
    assertThat(alerting("alerts-near-misses.csv", false)).isLessThanOrEqualTo(0.23);
  }

  @Test
  void trickyTextsAreReadAsTheirWriterMeantThem() throws IOException {
    int wanted = 0;
    int said = 0;
    int forbidden = 0;
    int broken = 0;
    for (List<String> row : rows("tricky-more.csv")) {
      Set<String> words = Said.words(tagged(row));
      for (String expected : row.get(3).split(";", -1)) {
        String token = Said.word(expected.replace("!", "").strip());
        boolean there = words.stream().anyMatch(word -> word.startsWith(token));
        if (expected.strip().startsWith("!")) {
          forbidden++;
          broken += there ? 1 : 0;
        } else {
          wanted++;
          said += there ? 1 : 0;
        }
      }
    }
    assertThat((double) said / wanted).isGreaterThanOrEqualTo(0.5);
    assertThat((double) broken / forbidden).isLessThanOrEqualTo(0.2);
  }

  private static double alerting(String file, boolean firstHalf) throws IOException {
    List<List<String>> rows = rows(file);
    int half = rows.size() / 2;
    List<List<String>> chosen = firstHalf ? rows.subList(0, half) : rows.subList(half, rows.size());
    long alerting = chosen.stream().filter(row -> !tagged(row).alerts().isEmpty()).count();
    return (double) alerting / chosen.size();
  }

  private static TaggedComment tagged(List<String> row) {
    Integer rating = row.get(2).isBlank() ? null : Integer.valueOf(row.get(2).strip());
    return Said.tagged(row.get(1), rating, row.get(0));
  }

  /** Rows of a CSV file without its head; quoted values may hold commas, quotes and line ends. */
  private static List<List<String>> rows(String file) throws IOException {
    String text;
    try (InputStream in = InventedTextsTest.class.getResourceAsStream("/tagging/" + file)) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        value.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ',' || c == '\n')) {
        row.add(value.toString());
        value.setLength(0);
        if (c == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      } else {
        value.append(c);
      }
    }
    return rows.subList(1, rows.size());
  }
}

package org.heard.feedback.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The weights are those that the examples teach; {@code -Dheard.names.learn=true} writes them. */
class NameWeightsTest {
  private static final Path FILE =
      Path.of("src/main/resources/redaction").resolve(NameWeights.FILE);

  /** Weights are written with three digits; a machine's exponentials may differ in the last. */
  private static final double NEAR = 0.0021;

  private static final String HEAD =
      """
      # How much each cue counts for a word being a person's name, and for a name being that of somebody who does not work
      # there. Learnt from src/test/resources/redaction: names.csv, names-2.csv and names-training.txt. Never edit; after a
      # change of cues, lists or examples: ./mvnw -pl feedback-service test -Dtest=NameWeightsTest -Dheard.names.learn=true
      """;

  @Test
  void areLearntFromTheExamples() throws IOException {
    Map<String, Map<String, Double>> learnt = new TreeMap<>();
    List<NameExamples.Example> examples = NameExamples.forLearning();
    learnt.put(NameWeights.NAME, NameLearning.ofNames(examples).weights());
    learnt.put(NameWeights.PERSON, NameLearning.ofPersons(examples).weights());
    if (Boolean.getBoolean("heard.names.learn")) {
      Files.writeString(FILE, written(learnt));
      return;
    }
    Map<String, Map<String, Double>> shipped = NameWeights.SHIPPED.all();
    assertThat(shipped.keySet()).isEqualTo(learnt.keySet());
    shipped.forEach(
        (question, weights) -> {
          assertThat(weights.keySet()).isEqualTo(learnt.get(question).keySet());
          weights.forEach(
              (cue, weight) ->
                  assertThat(Math.abs(weight - learnt.get(question).get(cue)))
                      .as(cue)
                      .isLessThan(NEAR));
        });
  }

  private static String written(Map<String, Map<String, Double>> learnt) {
    StringBuilder out = new StringBuilder(HEAD);
    learnt.forEach(
        (question, weights) -> {
          out.append('[').append(question).append("]\n");
          weights.forEach(
              (cue, weight) -> out.append(String.format(Locale.ROOT, "%s %.3f%n", cue, weight)));
        });
    return out.toString();
  }
}

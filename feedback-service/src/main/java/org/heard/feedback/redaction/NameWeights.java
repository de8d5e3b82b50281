package org.heard.feedback.redaction;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much each cue counts, learnt by logistic regression from sentences that were written for it:
 * {@code name-weights.txt}, a cue and its weight a line, under the question that it helps to
 * answer.
 */
final class NameWeights {
  static final String FILE = "name-weights.txt";

  /** Is this word (part of) a person's name? */
  static final String NAME = "name";

  /** Is who has this name somebody who does not work there? */
  static final String PERSON = "person";

  /** The weight that every word has. */
  static final String ALWAYS = "always";

  /** Those that are shipped. */
  static final NameWeights SHIPPED = load();

  /** By question, the weight of each cue. */
  private final Map<String, Map<String, Double>> weights;

  NameWeights(Map<String, Map<String, Double>> weights) {
    this.weights = weights;
  }

  /** The probability that the answer is yes, 0 to 1. */
  double probability(String question, List<String> cues) {
    Map<String, Double> counting = weights.get(question);
    double sum = counting.get(ALWAYS);
    for (String cue : cues) {
      sum += counting.getOrDefault(cue, 0.0);
    }
    return 1 / (1 + Math.exp(-sum));
  }

  /** By question, what the file says. */
  Map<String, Map<String, Double>> all() {
    return weights;
  }

  private static NameWeights load() {
    Map<String, Map<String, Double>> weights = new HashMap<>();
    NameLexicon.lines(
        FILE,
        (question, line) -> {
          int space = line.lastIndexOf(' ');
          weights
              .computeIfAbsent(question, asked -> new HashMap<>())
              .put(line.substring(0, space), Double.valueOf(line.substring(space + 1)));
        });
    return new NameWeights(weights);
  }
}

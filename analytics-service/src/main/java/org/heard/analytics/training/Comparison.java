package org.heard.analytics.training;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntPredicate;

/** A model held against another on the same comments, score by score. */
final class Comparison {

  /** Worse in this share of the draws is worse. */
  private static final double CERTAIN = 0.95;

  /**
   * One of the scores that may not get worse.
   *
   * @param rows what it is made of: a row a comment
   * @param labels the columns that count
   */
  private record Part(String name, Function<Evaluation, List<byte[]>> rows, IntPredicate labels) {}

  /** {@code absent} is a score of its own: wards act on it, and there is little of it. */
  private static final List<Part> PARTS =
      List.of(
          new Part("compassion tags", evaluation -> evaluation.outcomes, label -> true),
          new Part("absent", evaluation -> evaluation.outcomes, Report::absent),
          new Part("pillars", evaluation -> evaluation.pillarOutcomes, label -> true),
          new Part("QDC labels", evaluation -> evaluation.qdcOutcomes, label -> true));

  private final List<Score> scores;

  private Comparison(List<Score> scores) {
    this.scores = scores;
  }

  /** In which share of the draws a score is worse. */
  private record Score(String name, double worse) {

    String line() {
      return String.format(
          Locale.ROOT, "%s: worse than the other in %.0f %% of the draws", name, worse * 100);
    }
  }

  static Comparison of(Evaluation evaluation, Evaluation other) {
    return new Comparison(PARTS.stream().map(part -> score(part, evaluation, other)).toList());
  }

  private static Score score(Part part, Evaluation evaluation, Evaluation other) {
    List<byte[]> rows = part.rows().apply(evaluation);
    return new Score(part.name(), Resampling.worse(rows, part.rows().apply(other), part.labels()));
  }

  /** Whether any of the scores is worse for certain. */
  boolean refused() {
    return scores.stream().anyMatch(score -> score.worse() >= CERTAIN);
  }

  List<String> lines() {
    return scores.stream().map(Score::line).toList();
  }
}

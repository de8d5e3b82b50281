package org.heard.analytics.training;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;

/** A model held against another on the same comments, score by score. */
final class Comparison {

  /** Worse in this share of the draws is worse. */
  private static final double CERTAIN = 0.95;

  /**
   * One of the scores that may not get worse.
   *
   * @param outcomes what it is made of
   * @param labels those that count
   */
  private record Part(String name, Function<Marks, Outcomes> outcomes, Predicate<String> labels) {}

  /** {@code absent} is a score of its own: wards act on it, and there is little of it. */
  private static final List<Part> PARTS =
      List.of(
          new Part("compassion tags", marks -> marks.tags, label -> true),
          new Part("absent", marks -> marks.tags, Marks::absent),
          new Part("pillars", marks -> marks.pillars, label -> true),
          new Part("practical themes", marks -> marks.practical, label -> true),
          new Part("general states", marks -> marks.general, label -> true),
          new Part("QDC labels", marks -> marks.qdc, label -> true));

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

  static Comparison of(Marks marks, Marks others) {
    return new Comparison(PARTS.stream().map(part -> score(part, marks, others)).toList());
  }

  private static Score score(Part part, Marks marks, Marks others) {
    Outcomes own = part.outcomes().apply(marks);
    return new Score(part.name(), own.worse(part.outcomes().apply(others), part.labels()));
  }

  /** Whether any of the scores is worse for certain. */
  boolean refused() {
    return scores.stream().anyMatch(score -> score.worse() >= CERTAIN);
  }

  List<String> lines() {
    return scores.stream().map(Score::line).toList();
  }
}

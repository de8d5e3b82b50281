package org.heard.analytics.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** One way to say labels, scored fold by fold. */
final class Way {

  private final String name;
  private final Marks all = new Marks();
  private final List<Marks> folds = new ArrayList<>();
  private final List<Set<String>> learnt = new ArrayList<>();

  Way(String name) {
    this.name = name;
  }

  /**
   * @param learnt QDC labels with {@link Evaluation#LEAST_QDC} comments in the fold's training
   */
  void nextFold(Set<String> learnt) {
    folds.add(new Marks());
    this.learnt.add(learnt);
  }

  void add(LabelledComment comment, Set<String> said) {
    folds.get(folds.size() - 1).add(comment, said);
    all.add(comment, said);
  }

  static String head(String name) {
    return "| "
        + name
        + " | compassion tags | absent | pillars | practical | QDC micro | QDC macro | the same, folds"
        + " together |\n|---|---|---|---|---|---|---|---|";
  }

  /** Of a Markdown table: mean, lowest and highest F1 of the folds. */
  String row() {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %s | %s | %s | %s | %.3f |",
        name,
        spread(marks -> marks.tags.score(label -> true)),
        spread(marks -> marks.tags.score(Marks::absent)),
        spread(marks -> marks.pillars.score(label -> true)),
        spread(marks -> marks.practical.score(label -> true)),
        spread(marks -> marks.qdc.score(label -> true)),
        spread(IntStream.range(0, folds.size()).mapToDouble(this::macro)),
        all.qdc.macro(label -> learnt.stream().allMatch(fold -> fold.contains(label))));
  }

  /** Of the labels that were learnt and that somebody said. */
  private double macro(int fold) {
    Outcomes qdc = folds.get(fold).qdc;
    return qdc.macro(label -> learnt.get(fold).contains(label));
  }

  private String spread(ToDoubleFunction<Marks> score) {
    return spread(folds.stream().mapToDouble(score));
  }

  private static String spread(DoubleStream each) {
    double[] scores = each.sorted().toArray();
    return String.format(
        Locale.ROOT,
        "%.3f (%.3f to %.3f)",
        Arrays.stream(scores).average().orElse(0),
        scores[0],
        scores[scores.length - 1]);
  }
}

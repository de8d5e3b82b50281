package org.heard.analytics.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** One way to say labels, scored fold by fold. */
final class Way {

  private final String name;
  private final Marks all = new Marks();
  private final List<Marks> folds = new ArrayList<>();

  Way(String name) {
    this.name = name;
  }

  void nextFold() {
    folds.add(new Marks());
  }

  void add(LabelledComment comment, Set<String> said) {
    folds.get(folds.size() - 1).add(comment, said);
    all.add(comment, said);
  }

  static String head(String name) {
    return "| "
        + name
        + " | compassion tags | absent | pillars | practical | QDC micro | QDC macro, folds together |"
        + "\n|---|---|---|---|---|---|---|";
  }

  /** Of a Markdown table: mean, lowest and highest F1 of the folds. */
  String row() {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %s | %s | %s | %.3f |",
        name,
        spread(marks -> marks.tags.score(label -> true)),
        spread(marks -> marks.tags.score(Marks::absent)),
        spread(marks -> marks.pillars.score(label -> true)),
        spread(marks -> marks.practical.score(label -> true)),
        spread(marks -> marks.qdc.score(label -> true)),
        all.qdc.macro(Evaluation.LEAST_QDC));
  }

  private String spread(ToDoubleFunction<Marks> score) {
    double[] scores = folds.stream().mapToDouble(score).sorted().toArray();
    return String.format(
        Locale.ROOT,
        "%.3f (%.3f to %.3f)",
        Arrays.stream(scores).average().orElse(0),
        scores[0],
        scores[scores.length - 1]);
  }
}

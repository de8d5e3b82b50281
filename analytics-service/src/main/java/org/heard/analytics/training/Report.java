package org.heard.analytics.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.heard.analytics.tagging.Polarity;

/** Scores with intervals, as lines of Markdown tables. */
final class Report {

  private Report() {}

  /** Compassion tags: all, by polarity, by source, one by one. */
  static List<String> tags(Marks marks) {
    List<String> lines = head("compassion tags");
    lines.addAll(all(marks.tags));
    marks.tags.labels().forEach(label -> lines.add(line(label, marks.tags, label::equals)));
    return lines;
  }

  /** Everything that is no compassion tag: pillars, practical themes, general states, QDC. */
  static List<String> others(Evaluation evaluation) {
    Marks marks = evaluation.marks;
    List<String> lines = new ArrayList<>();
    lines.addAll(table("pillars", marks.pillars));
    lines.addAll(table("practical themes", marks.practical));
    lines.addAll(table("general states", marks.general));
    lines.addAll(table("QDC labels", marks.qdc));
    lines.add("| measure | of | value |");
    lines.add("|---|---|---|");
    evaluation.measures().forEach(measure -> lines.add(measure.row()));
    return lines;
  }

  private static List<String> table(String name, Outcomes outcomes) {
    List<String> lines = head(name);
    lines.addAll(all(outcomes));
    outcomes.labels().stream()
        .filter(label -> outcomes.wanted(label::equals) > 0)
        .forEach(label -> lines.add(line(label, outcomes, label::equals)));
    lines.add("");
    return lines;
  }

  private static List<String> head(String name) {
    return new ArrayList<>(
        List.of("| " + name + " | n | F1 | 95 % interval |", "|---|---|---|---|"));
  }

  private static List<String> all(Outcomes outcomes) {
    List<String> lines = new ArrayList<>();
    lines.add(line("all", outcomes, label -> true));
    for (Polarity polarity : Polarity.values()) {
      String end = ":" + polarity.code();
      if (outcomes.labels().stream().anyMatch(label -> label.endsWith(end))) {
        lines.add(line(polarity.code(), outcomes, label -> label.endsWith(end)));
      }
    }
    for (String source : outcomes.sources()) {
      lines.add(line("all, source " + source, outcomes.of(source), label -> true));
    }
    return lines;
  }

  private static String line(String name, Outcomes outcomes, Predicate<String> labels) {
    Resampling.Interval f1 = outcomes.f1(labels);
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.3f | %.3f to %.3f |",
        name,
        outcomes.wanted(labels),
        f1.score(),
        f1.low(),
        f1.high());
  }
}

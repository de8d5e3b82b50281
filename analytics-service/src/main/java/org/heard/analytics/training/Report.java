package org.heard.analytics.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.heard.analytics.tagging.Labels;
import org.heard.analytics.tagging.Polarity;
import org.heard.analytics.tagging.Themes;

/** Scores of compassion tags with intervals, as lines of a Markdown table. */
final class Report {

  private static final List<String> LABELS = labels();

  private Report() {}

  /** The labels that are scored, in the order of a row of outcomes. */
  static List<String> labels() {
    List<String> labels = new ArrayList<>();
    for (Themes.Theme theme : Themes.compassion()) {
      labels.add(Labels.of(theme.code(), Polarity.PRESENT));
      labels.add(Labels.of(theme.code(), Polarity.ABSENT));
    }
    return labels;
  }

  /** Whether a place in {@link #labels} is one of polarity absent. */
  static boolean absent(int label) {
    return LABELS.get(label).endsWith(":absent");
  }

  /** {@code outcomes} and {@code sources} go together: one a comment. */
  static List<String> lines(List<byte[]> outcomes, List<String> sources) {
    List<String> labels = labels();
    List<String> lines = new ArrayList<>();
    lines.add("| compassion tags | n | F1 | 95 % interval |");
    lines.add("|---|---|---|---|");
    lines.add(line("all", outcomes, label -> true));
    lines.add(line("present", outcomes, label -> labels.get(label).endsWith(":present")));
    lines.add(line("absent", outcomes, Report::absent));
    for (String source : new TreeSet<>(sources)) {
      List<byte[]> own = new ArrayList<>();
      for (int i = 0; i < outcomes.size(); i++) {
        if (sources.get(i).equals(source)) {
          own.add(outcomes.get(i));
        }
      }
      lines.add(line("all, source " + source, own, label -> true));
    }
    for (int i = 0; i < labels.size(); i++) {
      int only = i;
      lines.add(line(labels.get(i), outcomes, label -> label == only));
    }
    return lines;
  }

  private static String line(String name, List<byte[]> outcomes, IntPredicate labels) {
    Resampling.Interval f1 = Resampling.f1(outcomes, labels);
    int wanted = 0;
    for (byte[] row : outcomes) {
      for (int label = 0; label < row.length; label++) {
        boolean there = row[label] == Resampling.RIGHT || row[label] == Resampling.MISSED;
        wanted += labels.test(label) && there ? 1 : 0;
      }
    }
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.3f | %.3f to %.3f |",
        name,
        wanted,
        f1.score(),
        f1.low(),
        f1.high());
  }
}

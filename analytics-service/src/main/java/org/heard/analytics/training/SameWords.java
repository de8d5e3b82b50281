package org.heard.analytics.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far people agree with themselves: comments with the same words under the same question that
 * were labelled more than once, each as a rule without sight of the other. Nothing that goes by the
 * words can agree with such labels better than they do with each other.
 */
final class SameWords {

  private static final int[] LEAST_LETTERS = {1, 20};

  private SameWords() {}

  /** F1 of one labelling against the next, with intervals, as lines of a Markdown table. */
  static List<String> lines(List<LabelledComment> comments) {
    List<String> lines = new ArrayList<>();
    lines.add("| labelled again, same words and question | pairs | F1 | 95 % interval |");
    lines.add("|---|---|---|---|");
    for (int least : LEAST_LETTERS) {
      Marks marks = marks(comments, least);
      String of = least == 1 ? "" : ", of " + least + " characters or more";
      lines.add(line("QDC labels" + of, marks.qdc));
      lines.add(line("compassion tags" + of, marks.tags));
    }
    return lines;
  }

  private static Marks marks(List<LabelledComment> comments, int least) {
    Map<String, LabelledComment> last = new TreeMap<>();
    Marks marks = new Marks();
    for (LabelledComment comment : comments) {
      String words = comment.group();
      if (words.length() >= least) {
        LabelledComment before = last.put(comment.comment().question() + words, comment);
        if (before != null) {
          marks.add(comment, before);
        }
      }
    }
    return marks;
  }

  private static String line(String name, Outcomes outcomes) {
    Resampling.Interval f1 = outcomes.f1(label -> true);
    return outcomes.size() == 0
        ? "| " + name + " | 0 | none | |"
        : String.format(
            Locale.ROOT,
            "| %s | %d | %.3f | %.3f to %.3f |",
            name,
            outcomes.size(),
            f1.score(),
            f1.low(),
            f1.high());
  }
}

package org.heard.analytics.training;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.heard.analytics.tagging.Labels;
import org.heard.analytics.tagging.Themes;

/**
 * From which probability on a label is said. One threshold for all labels of a kind: with
 * calibrated probabilities that is the best for micro-F1, and single ones for rare labels only
 * chase chance. Rare QDC labels are a kind of their own: together there are enough of them.
 */
final class Thresholds {

  private static final double LOWEST = 0.10;
  private static final double HIGHEST = 0.60;
  private static final double STEP = 0.01;

  /** A QDC label with fewer examples is rare. */
  private static final int RARE = 60;

  private static final double FINEST = 0.02;
  private static final double NEVER = 1.1;

  private static final List<Predicate<String>> KINDS =
      List.of(
          label -> isTheme(label, Themes.compassion()) && label.endsWith(":absent"),
          label -> isTheme(label, Themes.compassion()) && label.endsWith(":present"),
          label -> isTheme(label, Themes.practical()),
          label -> label.startsWith(Labels.QDC) && Marks.isScored(label),
          // What is not scored does not choose for what is.
          label -> label.startsWith(Labels.QDC) && !Marks.isScored(label),
          label -> Themes.general().stream().anyMatch(theme -> theme.code().equals(label)));

  private Thresholds() {}

  static double[] choose(List<String> labels, double[][] probabilities, List<byte[]> wanted) {
    double[] thresholds = new double[labels.size()];
    Arrays.fill(thresholds, 0.5);
    for (Predicate<String> kind : KINDS) {
      Predicate<String> rare =
          label -> label.startsWith(Labels.QDC) && examples(labels.indexOf(label), wanted) < RARE;
      choose(kind.and(rare), labels, probabilities, wanted, thresholds);
      choose(kind.and(rare.negate()), labels, probabilities, wanted, thresholds);
    }
    return thresholds;
  }

  private static long examples(int label, List<byte[]> wanted) {
    return wanted.stream().filter(row -> row[label] > 0).count();
  }

  private static boolean isTheme(String label, List<Themes.Theme> themes) {
    return themes.stream().anyMatch(theme -> label.startsWith(theme.code() + ":"));
  }

  private static void choose(
      Predicate<String> kind,
      List<String> labels,
      double[][] probabilities,
      List<byte[]> wanted,
      double[] thresholds) {
    double best = -1;
    double chosen = 0.5;
    for (double threshold = LOWEST; threshold < HIGHEST; threshold += STEP) {
      Count count = new Count();
      for (int label = 0; label < labels.size(); label++) {
        if (kind.test(labels.get(label))) {
          add(label, probabilities[label], wanted, threshold, count);
        }
      }
      if (count.f1() > best) {
        best = count.f1();
        chosen = threshold;
      }
    }
    for (int label = 0; label < thresholds.length; label++) {
      if (kind.test(labels.get(label))) {
        thresholds[label] = chosen;
      }
    }
  }

  /**
   * A threshold of its own for each label, so that the micro-F1 of its kind is the highest there is
   * (Dinkelbach's method). Chosen on the comments that are scored it is a ceiling: no thresholds do
   * better there.
   */
  static double[] best(List<String> labels, double[][] probabilities, List<byte[]> wanted) {
    double[] thresholds = choose(labels, probabilities, wanted);
    for (Predicate<String> kind : KINDS) {
      List<Integer> own =
          IntStream.range(0, labels.size()).filter(i -> kind.test(labels.get(i))).boxed().toList();
      double reached = -1;
      double f1 = 0;
      while (f1 > reached) {
        reached = f1;
        Count count = new Count();
        for (int label : own) {
          thresholds[label] = best(label, probabilities[label], wanted, reached);
          add(label, probabilities[label], wanted, thresholds[label], count);
        }
        f1 = count.f1();
      }
    }
    return thresholds;
  }

  /** Where twice the right ones less a share of all that are said is the most. */
  private static double best(int label, double[] probabilities, List<byte[]> wanted, double share) {
    double most = 0;
    double best = NEVER;
    for (double threshold = FINEST; threshold < 1; threshold += FINEST) {
      double gain = 0;
      for (int i = 0; i < probabilities.length; i++) {
        byte target = wanted.get(i)[label];
        if (target != 0 && probabilities[i] >= threshold) {
          gain += (target > 0 ? 2 : 0) - share;
        }
      }
      if (gain > most) {
        most = gain;
        best = threshold;
      }
    }
    return best;
  }

  private static void add(
      int label, double[] probabilities, List<byte[]> wanted, double threshold, Count count) {
    for (int i = 0; i < probabilities.length; i++) {
      count.add(wanted.get(i)[label], probabilities[i] >= threshold);
    }
  }
}

package org.heard.analytics.training;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
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

  private Thresholds() {}

  static double[] choose(List<String> labels, double[][] probabilities, List<byte[]> wanted) {
    double[] thresholds = new double[labels.size()];
    Arrays.fill(thresholds, 0.5);
    Predicate<String> absent =
        label -> isTheme(label, Themes.compassion()) && label.endsWith(":absent");
    choose(absent, labels, probabilities, wanted, thresholds);
    Predicate<String> present =
        label -> isTheme(label, Themes.compassion()) && label.endsWith(":present");
    choose(present, labels, probabilities, wanted, thresholds);
    Predicate<String> practical = label -> isTheme(label, Themes.practical());
    choose(practical, labels, probabilities, wanted, thresholds);
    Predicate<String> qdc = label -> label.startsWith(Labels.QDC);
    Predicate<String> rare = label -> examples(labels.indexOf(label), wanted) < RARE;
    choose(qdc.and(rare), labels, probabilities, wanted, thresholds);
    choose(qdc.and(rare.negate()), labels, probabilities, wanted, thresholds);
    Predicate<String> general =
        label -> Themes.general().stream().anyMatch(theme -> theme.code().equals(label));
    choose(general, labels, probabilities, wanted, thresholds);
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
          for (int i = 0; i < wanted.size(); i++) {
            count.add(wanted.get(i)[label], probabilities[label][i] >= threshold);
          }
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
}

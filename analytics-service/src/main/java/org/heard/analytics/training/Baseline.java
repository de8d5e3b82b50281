package org.heard.analytics.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.heard.analytics.tagging.Labels;
import org.heard.analytics.tagging.LinearModel;

/**
 * What anybody would try first, to hold the tagger against: one linear classifier a label over
 * words, pairs and parts of words, which is the model's second view alone, of all labels. It knows
 * no lexicon, no clauses, no rules.
 */
final class Baseline {

  private static final int PARTS = 5;
  private static final long SEED = 23;

  private final List<String> labels;
  private final LinearModel model;

  private Baseline(List<String> labels, LinearModel model) {
    this.labels = labels;
    this.model = model;
  }

  /** What it says: tags, general states and the QDC labels there are examples of. */
  static List<String> labels(List<String> qdc) {
    return Labels.ofComment(qdc).stream()
        .filter(label -> !label.startsWith(Labels.SENTIMENT))
        .filter(label -> !label.startsWith(Labels.CRITICALITY))
        .filter(label -> !label.startsWith(Labels.SEVERITY))
        .toList();
  }

  static Baseline fit(List<Example> examples, List<String> labels) {
    Targets targets = new Targets(labels, List.of());
    List<byte[]> wanted =
        examples.stream().map(example -> targets.ofComment(example.labelled())).toList();
    return new Baseline(
        labels, DualDescent.fit(Trainer.PLAIN, Trainer.plain(examples), wanted, labels.size()));
  }

  /** Of a margin of 0. */
  static double[] half(List<String> labels) {
    double[] half = new double[labels.size()];
    Arrays.fill(half, 0.5);
    return half;
  }

  /**
   * A threshold for each kind of label, chosen on a part of the examples that the model it is
   * chosen for has not seen.
   */
  static double[] thresholds(List<Example> examples, List<String> labels) {
    int[] part = Folds.of(examples.stream().map(Example::labelled).toList(), PARTS, SEED);
    Baseline baseline = fit(of(examples, i -> part[i] > 0), labels);
    List<Example> held = of(examples, i -> part[i] == 0);
    Targets targets = new Targets(labels, List.of());
    double[][] probabilities = new double[labels.size()][held.size()];
    List<byte[]> wanted = new ArrayList<>();
    for (int i = 0; i < held.size(); i++) {
      double[] own = baseline.probabilities(held.get(i));
      for (int label = 0; label < own.length; label++) {
        probabilities[label][i] = own[label];
      }
      wanted.add(targets.ofComment(held.get(i).labelled()));
    }
    return Thresholds.choose(labels, probabilities, wanted);
  }

  private static List<Example> of(List<Example> examples, IntPredicate chosen) {
    return IntStream.range(0, examples.size()).filter(chosen).mapToObj(examples::get).toList();
  }

  /** In the order of the labels; they rise with the margin and are .5 where that is 0. */
  private double[] probabilities(Example example) {
    float[] margins = model.margins(example.views().plain());
    double[] probabilities = new double[margins.length];
    for (int i = 0; i < margins.length; i++) {
      probabilities[i] = 1 / (1 + StrictMath.exp(-margins[i]));
    }
    return probabilities;
  }

  Set<String> said(Example example, double[] thresholds) {
    double[] probabilities = probabilities(example);
    Set<String> said = new TreeSet<>();
    for (int i = 0; i < probabilities.length; i++) {
      if (probabilities[i] >= thresholds[i]) {
        said.add(labels.get(i));
      }
    }
    return said;
  }
}

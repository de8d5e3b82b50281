package org.heard.analytics.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.heard.analytics.tagging.FeatureVector;
import org.heard.analytics.tagging.Judgement;
import org.heard.analytics.tagging.Labels;
import org.heard.analytics.tagging.LinearModel;
import org.heard.analytics.tagging.Model;
import org.heard.analytics.tagging.Weighing;

/** From examples to a model. */
final class Trainer {

  private static final int PARTS = 5;
  private static final long SEED = 11;
  private static final double RIDGE = 1;

  /** A QDC label with fewer examples is not learnt. */
  private static final int LEAST_QDC = 8;

  private static final DualDescent.Settings WHOLE = new DualDescent.Settings(0.3, 0.3, 3, 10);
  private static final DualDescent.Settings PART = new DualDescent.Settings(0.3, 0.3, 3, 10);

  private final List<Example> examples;
  private final List<String> labels;
  private final List<String> unitLabels = Labels.ofUnit();
  private final Targets targets;
  private final List<byte[]> wanted = new ArrayList<>();

  private Trainer(List<Example> examples) {
    this.examples = examples;
    labels = Labels.ofComment(qdc(examples));
    targets = new Targets(labels, unitLabels);
    examples.forEach(example -> wanted.add(targets.ofComment(example.labelled())));
  }

  static Model train(List<Example> examples) {
    return new Trainer(examples).train();
  }

  private static List<String> qdc(List<Example> examples) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Example example : examples) {
      if (example.labelled().qdc() != null) {
        example.labelled().qdc().forEach(label -> counts.merge(label, 1, Integer::sum));
      }
    }
    return counts.keySet().stream().filter(label -> counts.get(label) >= LEAST_QDC).toList();
  }

  private Model train() {
    Judgement[] unseen = judgedUnseen();
    double[][] weights = new double[labels.size()][];
    double[][] probabilities = new double[labels.size()][];
    Weighing weighing = new Weighing(labels, unitLabels);
    for (int label = 0; label < weights.length; label++) {
      List<double[]> inputs = new ArrayList<>();
      for (int i = 0; i < unseen.length; i++) {
        inputs.add(weighing.inputs(label, unseen[i], examples.get(i).read()));
      }
      weights[label] = Logistic.fit(inputs, column(label), RIDGE);
      double[] own = weights[label];
      probabilities[label] =
          inputs.stream().mapToDouble(input -> Model.probability(input, own)).toArray();
    }
    double[] thresholds = Thresholds.choose(labels, probabilities, wanted);
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      all.add(i);
    }
    return new Model("unsaved", labels, unitLabels, whole(all), part(all), weights, thresholds);
  }

  private byte[] column(int label) {
    byte[] column = new byte[wanted.size()];
    for (int i = 0; i < column.length; i++) {
      column[i] = wanted.get(i)[label];
    }
    return column;
  }

  /** What models that were fitted without it say about each example. */
  private Judgement[] judgedUnseen() {
    int[] part = Folds.of(examples.stream().map(Example::labelled).toList(), PARTS, SEED);
    Judgement[] judgements = new Judgement[part.length];
    for (int fold = 0; fold < PARTS; fold++) {
      List<Integer> seen = new ArrayList<>();
      for (int i = 0; i < part.length; i++) {
        if (part[i] != fold) {
          seen.add(i);
        }
      }
      LinearModel whole = whole(seen);
      LinearModel units = part(seen);
      for (int i = 0; i < part.length; i++) {
        if (part[i] == fold) {
          judgements[i] = Judgement.of(examples.get(i).features(), whole, units);
        }
      }
    }
    return judgements;
  }

  private LinearModel whole(List<Integer> seen) {
    List<FeatureVector> vectors =
        seen.stream().map(i -> examples.get(i).features().get(0)).toList();
    return DualDescent.fit(WHOLE, vectors, seen.stream().map(wanted::get).toList(), labels.size());
  }

  private LinearModel part(List<Integer> seen) {
    List<FeatureVector> vectors = new ArrayList<>();
    List<byte[]> units = new ArrayList<>();
    for (int i : seen) {
      Example example = examples.get(i);
      if (example.labelled().annotation() != null) {
        for (int unit = 0; unit < example.read().units(); unit++) {
          vectors.add(example.features().get(unit + 1));
          units.add(targets.ofUnit(example.labelled().annotation(), example.read().unit(unit)));
        }
      }
    }
    return DualDescent.fit(PART, vectors, units, unitLabels.size());
  }
}

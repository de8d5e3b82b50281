package org.heard.analytics.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.heard.analytics.tagging.FeatureVector;
import org.heard.analytics.tagging.Judgement;
import org.heard.analytics.tagging.Labels;
import org.heard.analytics.tagging.LinearModels;
import org.heard.analytics.tagging.Model;
import org.heard.analytics.tagging.Weighing;

/** From examples to a model. */
final class Trainer {

  private static final int PARTS = 5;
  private static final long SEED = 11;
  private static final double RIDGE = 1;

  /** A QDC label with fewer examples is not learnt. */
  private static final int LEAST_QDC = 8;

  private static final DualDescent.Settings WHOLE =
      new DualDescent.Settings(0.3, 0.3, 3, 10, false);

  /** Of the second view, and of what that is held against. */
  static final DualDescent.Settings PLAIN = new DualDescent.Settings(0.3, 0.3, 3, 10, true);

  private static final DualDescent.Settings PART = new DualDescent.Settings(0.3, 0.3, 3, 10, false);

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

  /**
   * A model, and what to score it by.
   *
   * @param part which part each example is in
   * @param unseen for each part, the model as it is but for the linear models, which were fitted
   *     without that part
   */
  record Trained(Model model, int[] part, List<Model> unseen) {}

  static Trained train(List<Example> examples) {
    return new Trainer(examples).train();
  }

  /**
   * Goes on from a model: its weights are the place that corrections pull away from, its labels,
   * weighing and thresholds stay.
   */
  static Model train(Model base, List<Example> corrections) {
    Targets targets = new Targets(base.labels(), base.unitLabels());
    List<byte[]> wanted =
        corrections.stream().map(example -> targets.ofComment(example.labelled())).toList();
    Units units = Units.of(corrections, targets);
    LinearModels linear =
        new LinearModels(
            DualDescent.fit(WHOLE, whole(corrections), wanted, base.linear().whole()),
            DualDescent.fit(
                PLAIN,
                plain(corrections),
                qdcTargets(base.labels(), corrections),
                base.linear().plain()),
            DualDescent.fit(PART, units.vectors(), units.targets(), base.linear().part()));
    return new Model(
        "unsaved", base.labels(), base.unitLabels(), linear, base.weights(), base.thresholds());
  }

  private static List<FeatureVector> whole(List<Example> examples) {
    return examples.stream().map(example -> example.views().whole()).toList();
  }

  static List<FeatureVector> plain(List<Example> examples) {
    return examples.stream().map(example -> example.views().plain()).toList();
  }

  private static List<byte[]> qdcTargets(List<String> labels, List<Example> examples) {
    Targets targets = new Targets(Labels.qdc(labels), List.of());
    return examples.stream().map(example -> targets.ofComment(example.labelled())).toList();
  }

  /** All units of the annotated comments with what should be said about each. */
  private record Units(List<FeatureVector> vectors, List<byte[]> targets) {

    static Units of(List<Example> examples, Targets targets) {
      Units units = new Units(new ArrayList<>(), new ArrayList<>());
      for (Example example : examples) {
        LabelledComment.Annotation annotation = example.labelled().annotation();
        for (int unit = 0; annotation != null && unit < example.read().units(); unit++) {
          units.vectors.add(example.views().units().get(unit));
          units.targets.add(targets.ofUnit(annotation, example.read().unit(unit)));
        }
      }
      return units;
    }
  }

  /** The QDC labels with enough examples to be learnt. */
  static List<String> qdc(List<Example> examples) {
    Map<String, Integer> counts = qdcCounts(examples);
    return counts.keySet().stream().filter(label -> counts.get(label) >= LEAST_QDC).toList();
  }

  /** How many examples each QDC label has. */
  static Map<String, Integer> qdcCounts(List<Example> examples) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Example example : examples) {
      if (example.labelled().qdc() != null) {
        example.labelled().qdc().forEach(label -> counts.merge(label, 1, Integer::sum));
      }
    }
    return counts;
  }

  private Trained train() {
    int[] part = Folds.of(examples.stream().map(Example::labelled).toList(), PARTS, SEED);
    List<LinearModels> linear = new ArrayList<>();
    for (int fold = 0; fold < PARTS; fold++) {
      int without = fold;
      List<Integer> seen =
          IntStream.range(0, part.length).filter(i -> part[i] != without).boxed().toList();
      linear.add(linear(seen));
    }
    Judgement[] unseen = new Judgement[part.length];
    for (int i = 0; i < part.length; i++) {
      unseen[i] = Judgement.of(examples.get(i).views(), linear.get(part[i]));
    }
    List<Integer> all = IntStream.range(0, examples.size()).boxed().toList();
    Model model = weighed(unseen, linear(all));
    return new Trained(model, part, linear.stream().map(model::with).toList());
  }

  /** Weights and thresholds from what models that had not seen the examples say of them. */
  private Model weighed(Judgement[] unseen, LinearModels linear) {
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
    return new Model("unsaved", labels, unitLabels, linear, weights, thresholds);
  }

  private byte[] column(int label) {
    byte[] column = new byte[wanted.size()];
    for (int i = 0; i < column.length; i++) {
      column[i] = wanted.get(i)[label];
    }
    return column;
  }

  private LinearModels linear(List<Integer> seen) {
    List<Example> chosen = seen.stream().map(examples::get).toList();
    List<byte[]> targeted = seen.stream().map(wanted::get).toList();
    Units units = Units.of(chosen, targets);
    return new LinearModels(
        DualDescent.fit(WHOLE, whole(chosen), targeted, labels.size()),
        DualDescent.fit(
            PLAIN, plain(chosen), qdcTargets(labels, chosen), Labels.qdc(labels).size()),
        DualDescent.fit(PART, units.vectors(), units.targets(), unitLabels.size()));
  }
}

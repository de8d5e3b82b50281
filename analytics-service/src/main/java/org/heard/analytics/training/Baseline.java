package org.heard.analytics.training;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.heard.analytics.tagging.FeatureVector;
import org.heard.analytics.tagging.Labels;
import org.heard.analytics.tagging.LinearModel;

/**
 * What anybody would try first, to hold the tagger against: logistic regression on whole comments,
 * one label by one, over TF-IDF of words and pairs of words, of parts of words (3 to 5 characters)
 * and the question. It knows no lexicon, no clauses, no rules.
 */
final class Baseline {

  /** Of an error against the pull towards 0; on one fold 3 was worse and 30 not better by .002. */
  private static final double COST = 10;

  private static final int LEAST_DOCUMENTS = 2;
  private static final int PARTS = 5;
  private static final long SEED = 23;

  private final List<String> labels;
  private final Map<Integer, Double> rarity;
  private final LinearModel model;

  private Baseline(List<String> labels, Map<Integer, Double> rarity, LinearModel model) {
    this.labels = labels;
    this.rarity = rarity;
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

  static Baseline fit(List<LabelledComment> comments, List<String> labels) {
    Map<Integer, Double> rarity = rarity(comments);
    Targets targets = new Targets(labels, List.of());
    List<FeatureVector> vectors =
        comments.stream().map(comment -> vector(comment, rarity)).toList();
    List<byte[]> wanted = comments.stream().map(targets::ofComment).toList();
    return new Baseline(labels, rarity, LogisticDescent.fit(vectors, wanted, labels.size(), COST));
  }

  /**
   * A threshold for each kind of label, chosen on a part of the comments that the model it is
   * chosen for has not seen.
   */
  static double[] thresholds(List<LabelledComment> comments, List<String> labels) {
    int[] part = Folds.of(comments, PARTS, SEED);
    Baseline baseline = fit(of(comments, i -> part[i] > 0), labels);
    List<LabelledComment> held = of(comments, i -> part[i] == 0);
    Targets targets = new Targets(labels, List.of());
    double[][] probabilities = new double[labels.size()][held.size()];
    for (int i = 0; i < held.size(); i++) {
      double[] own = baseline.probabilities(held.get(i));
      for (int label = 0; label < own.length; label++) {
        probabilities[label][i] = own[label];
      }
    }
    return Thresholds.choose(labels, probabilities, held.stream().map(targets::ofComment).toList());
  }

  private static List<LabelledComment> of(List<LabelledComment> comments, IntPredicate chosen) {
    return IntStream.range(0, comments.size()).filter(chosen).mapToObj(comments::get).toList();
  }

  /** Probabilities in the order of the labels. */
  private double[] probabilities(LabelledComment comment) {
    float[] margins = model.margins(vector(comment, rarity));
    double[] probabilities = new double[margins.length];
    for (int i = 0; i < margins.length; i++) {
      probabilities[i] = 1 / (1 + StrictMath.exp(-margins[i]));
    }
    return probabilities;
  }

  Set<String> said(LabelledComment comment, double[] thresholds) {
    double[] probabilities = probabilities(comment);
    Set<String> said = new TreeSet<>();
    for (int i = 0; i < probabilities.length; i++) {
      if (probabilities[i] >= thresholds[i]) {
        said.add(labels.get(i));
      }
    }
    return said;
  }

  private static Map<Integer, Double> rarity(List<LabelledComment> comments) {
    Map<Integer, Integer> documents = new HashMap<>();
    for (LabelledComment comment : comments) {
      for (Map<Integer, Integer> block : blocks(comment)) {
        block.keySet().forEach(key -> documents.merge(key, 1, Integer::sum));
      }
    }
    Map<Integer, Double> rarity = new HashMap<>();
    documents.forEach(
        (key, count) -> {
          if (count >= LEAST_DOCUMENTS) {
            rarity.put(key, StrictMath.log((1.0 + comments.size()) / (1.0 + count)) + 1);
          }
        });
    return rarity;
  }

  /** Sublinear term frequency times rarity, each block of length 1. */
  private static FeatureVector vector(LabelledComment comment, Map<Integer, Double> rarity) {
    List<Map<Integer, Integer>> blocks = blocks(comment);
    blocks.forEach(block -> block.keySet().retainAll(rarity.keySet()));
    int size = blocks.stream().mapToInt(Map::size).sum();
    int[] keys = new int[size];
    float[] values = new float[size];
    int at = 0;
    for (Map<Integer, Integer> block : blocks) {
      int first = at;
      double squares = 0;
      for (Map.Entry<Integer, Integer> entry : block.entrySet()) {
        double value = (1 + StrictMath.log(entry.getValue())) * rarity.get(entry.getKey());
        keys[at] = entry.getKey();
        values[at++] = (float) value;
        squares += value * value;
      }
      for (int i = first; i < at; i++) {
        values[i] /= (float) Math.sqrt(squares);
      }
    }
    return new FeatureVector(keys, values);
  }

  /** How often each word and pair, and each part of a word, stands in a comment, by its hash. */
  private static List<Map<Integer, Integer>> blocks(LabelledComment comment) {
    Map<Integer, Integer> words = new TreeMap<>();
    Map<Integer, Integer> parts = new TreeMap<>();
    String last = "";
    for (String word :
        comment.comment().text().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}']+", -1)) {
      if (!word.isEmpty()) {
        count("w " + word, words);
        count("p " + last + " " + word, words);
        parts(" " + word + " ", parts);
        last = word;
      }
    }
    count("q " + comment.comment().question(), words);
    return List.of(words, parts);
  }

  private static void parts(String word, Map<Integer, Integer> parts) {
    for (int length = 3; length <= 5; length++) {
      for (int i = 0; i + length <= word.length(); i++) {
        count("c" + word.substring(i, i + length), parts);
      }
    }
  }

  private static void count(String what, Map<Integer, Integer> counts) {
    counts.merge(what.hashCode(), 1, Integer::sum);
  }
}

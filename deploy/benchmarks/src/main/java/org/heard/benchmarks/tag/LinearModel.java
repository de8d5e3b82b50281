package org.heard.benchmarks.tag;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * The limit that tagging is measured against: TF-IDF over words and pairs of words, then one linear
 * score a label, as the common recipe for such comments has it. Bare: words are cut at whatever is
 * no letter, nothing is corrected, no evidence, no offsets, no polarity by clause. The weights are
 * random, because only the time matters; the words of the texts are in the vocabulary, so that its
 * look-ups hit.
 */
final class LinearModel {
  private static final int MANY_TERMS = 4096;

  private final Map<String, Integer> vocabulary = new HashMap<>();
  private final float[] idf;
  private final float[][] weights;
  private final int[] terms = new int[MANY_TERMS];
  private final float[] counts;

  /** A model of {@code size} terms and {@code labels} labels, for one thread. */
  LinearModel(List<String> texts, int size, int labels) {
    TreeSet<String> seen = new TreeSet<>();
    texts.forEach(text -> addTerms(seen, words(text)));
    seen.stream().limit(size).forEach(term -> vocabulary.put(term, vocabulary.size()));
    while (vocabulary.size() < size) {
      vocabulary.put("term" + vocabulary.size(), vocabulary.size());
    }
    SplittableRandom random = new SplittableRandom(7);
    idf = new float[size];
    counts = new float[size];
    weights = new float[size][labels];
    for (int term = 0; term < size; term++) {
      idf[term] = (float) (1 + random.nextDouble() * 8);
      for (int label = 0; label < labels; label++) {
        weights[term][label] = (float) (random.nextDouble() - 0.5);
      }
    }
  }

  /** How many labels score above zero. */
  int label(String text) {
    String[] words = words(text);
    int found = 0;
    for (int i = 0; i < words.length && found < MANY_TERMS - 1; i++) {
      found = count(words[i], found);
      if (i > 0) {
        found = count(words[i - 1] + ' ' + words[i], found);
      }
    }
    return positive(scores(found));
  }

  private int count(String term, int found) {
    Integer known = vocabulary.get(term);
    if (known == null) {
      return found;
    }
    if (counts[known]++ > 0) {
      return found;
    }
    terms[found] = known;
    return found + 1;
  }

  private float[] scores(int found) {
    float[] scores = new float[weights[0].length];
    double squares = 0;
    for (int i = 0; i < found; i++) {
      int term = terms[i];
      float value = counts[term] * idf[term];
      counts[term] = 0;
      squares += (double) value * value;
      for (int label = 0; label < scores.length; label++) {
        scores[label] += value * weights[term][label];
      }
    }
    float length = (float) Math.sqrt(squares);
    for (int label = 0; found > 0 && label < scores.length; label++) {
      scores[label] /= length;
    }
    return scores;
  }

  private static int positive(float[] scores) {
    int positive = 0;
    for (float score : scores) {
      positive += score > 0 ? 1 : 0;
    }
    return positive;
  }

  private static String[] words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}']+", -1))
        .filter(word -> !word.isEmpty())
        .toArray(String[]::new);
  }

  private static void addTerms(Set<String> terms, String[] words) {
    for (int i = 0; i < words.length; i++) {
      terms.add(words[i]);
      if (i > 0) {
        terms.add(words[i - 1] + ' ' + words[i]);
      }
    }
  }
}

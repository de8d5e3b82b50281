package org.heard.analytics.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.heard.analytics.tagging.AlertCategory;
import org.heard.analytics.tagging.AlertWords;

/**
 * Points of words and circumstances: logistic regression with a ridge by adaptive gradient steps
 * (Duchi et al., JMLR 2011). A word may only speak for an alert, never against one, so that nobody
 * can talk an alert away with kind words; a grave reading and a poor score speak for one, too.
 *
 * @param words in alphabetical order
 * @param circumstances in the order of {@link AlertWords#CIRCUMSTANCES}
 */
record AlertPoints(Map<String, Word> words, double[] circumstances) {

  /** What a word is worth, and the category in which it stands most often for its size. */
  record Word(AlertCategory lane, double points) {}

  private static final int START = AlertWords.CIRCUMSTANCES.indexOf("start");
  private static final int MODERATE = AlertWords.CIRCUMSTANCES.indexOf("moderate");
  private static final int SERIOUS = AlertWords.CIRCUMSTANCES.indexOf("serious");
  private static final int RATED_GOOD = AlertWords.CIRCUMSTANCES.indexOf("rated-good");

  private static final long SEED = 1;
  private static final int ROUNDS = 6;
  private static final double STEP = 0.3;
  private static final double RIDGE = 1e-4;

  /** Inputs of the size of a step are learnt in few rounds. */
  private static final double WORD_SCALE = 3;

  private static final double ODDS_SCALE = 0.25;

  /** A word of fewer invented texts is not learnt; words of comments alone never are. */
  private static final int LEAST_TEXTS = 2;

  /** Points are kept in tenths; a word of fewer is left out. */
  private static final double LEAST_POINTS = 0.5;

  static AlertPoints learn(List<AlertText> texts) {
    Map<String, Integer> places = vocabulary(texts);
    Descent descent = new Descent(places);
    List<AlertText> order = new ArrayList<>(texts);
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      Collections.shuffle(order, random);
      order.forEach(descent::step);
    }
    Map<String, Word> words = new TreeMap<>();
    places.forEach(
        (word, place) -> {
          double points = Math.round(descent.weights[place] * WORD_SCALE * 10) / 10.0;
          if (points >= LEAST_POINTS) {
            words.put(word, new Word(lane(word, texts), points));
          }
        });
    double[] circumstances = new double[AlertWords.CIRCUMSTANCES.size()];
    for (int i = 0; i < circumstances.length; i++) {
      circumstances[i] = descent.weights[i] * scale(i);
    }
    return new AlertPoints(words, circumstances);
  }

  /** The points of one text; from 0 on it alerts. */
  double of(AlertText text) {
    double sum = 0;
    for (int i = 0; i < circumstances.length; i++) {
      sum += circumstances[i] * text.circumstances()[i];
    }
    for (String stem : text.stems()) {
      Word word = words.get(stem);
      sum += word == null ? 0 : word.points() * AlertWords.share(text.length());
    }
    return sum;
  }

  /** The same with another start. */
  AlertPoints lowered(double bar) {
    double[] lowered = circumstances.clone();
    lowered[START] -= bar;
    return new AlertPoints(words, lowered);
  }

  private static double scale(int circumstance) {
    return circumstance == MODERATE || circumstance == SERIOUS ? ODDS_SCALE : 1;
  }

  private static Map<String, Integer> vocabulary(List<AlertText> texts) {
    Map<String, Integer> counts = new TreeMap<>();
    for (AlertText text : texts) {
      if (text.writer() != AlertText.PUBLIC) {
        text.stems().forEach(stem -> counts.merge(stem, 1, Integer::sum));
      }
    }
    counts.values().removeIf(count -> count < LEAST_TEXTS);
    int place = AlertWords.CIRCUMSTANCES.size();
    for (Map.Entry<String, Integer> count : counts.entrySet()) {
      count.setValue(place++);
    }
    return counts;
  }

  /** The first of equals. */
  private static AlertCategory lane(String word, List<AlertText> texts) {
    Map<AlertCategory, Double> shares = new EnumMap<>(AlertCategory.class);
    for (AlertCategory category : AlertCategory.values()) {
      List<AlertText> own = texts.stream().filter(text -> text.category() == category).toList();
      long with = own.stream().filter(text -> text.stems().contains(word)).count();
      shares.put(category, (double) with / Math.max(1, own.size()));
    }
    double most = Collections.max(shares.values());
    return shares.keySet().stream()
        .filter(lane -> shares.get(lane) == most)
        .findFirst()
        .orElseThrow();
  }

  private static final class Descent {

    private final Map<String, Integer> places;
    private final double[] weights;
    private final double[] squares;

    Descent(Map<String, Integer> places) {
      this.places = places;
      int size = AlertWords.CIRCUMSTANCES.size() + places.size();
      weights = new double[size];
      squares = new double[size];
    }

    private void step(AlertText text) {
      int[] known =
          text.stems().stream().filter(places::containsKey).mapToInt(places::get).toArray();
      double value = WORD_SCALE * AlertWords.share(text.length());
      double sum = 0;
      for (int i = 0; i < text.circumstances().length; i++) {
        sum += weights[i] * text.circumstances()[i] * scale(i);
      }
      for (int place : known) {
        sum += weights[place] * value;
      }
      double error = 1 / (1 + StrictMath.exp(-sum)) - (text.category() == null ? 0 : 1);
      for (int i = 0; i < text.circumstances().length; i++) {
        move(i, error * text.circumstances()[i] * scale(i));
      }
      for (int place : known) {
        move(place, error * value);
      }
    }

    private void move(int place, double slope) {
      double gradient = slope + RIDGE * weights[place];
      squares[place] += gradient * gradient;
      if (squares[place] > 0) {
        weights[place] = kept(place, weights[place] - STEP * gradient / Math.sqrt(squares[place]));
      }
    }

    private static double kept(int place, double weight) {
      if (place == START) {
        return weight;
      }
      return place == RATED_GOOD ? Math.min(0, weight) : Math.max(0, weight);
    }
  }
}

package org.heard.analytics.tagging;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the single words of a comment say for an alert where no line of the lexicon speaks. Each
 * word that stands in {@code alert-words.txt} counts once; how grave the comment reads and how it
 * is rated speak for or against. Immutable.
 */
public final class AlertWords {

  /** What is weighed beside the words, as the file names it. */
  public static final List<String> CIRCUMSTANCES =
      List.of("start", "moderate", "serious", "rated-poor", "rated-good");

  private static final String FILE = "alert-words.txt";

  /** Endings of one word, the longest first. */
  private static final List<String> ENDINGS =
      List.of("ings", "ing", "ied", "ies", "ed", "es", "ly", "s");

  /** Of a word without its ending at least so many letters stay. */
  private static final int SHORTEST_STEM = 3;

  /** A comment of fewer words is weighed as if it had so many. */
  private static final int SHORTEST_COMMENT = 10;

  private static final double SMALLEST = 1e-4;

  private record Points(AlertCategory lane, double points, int place) {}

  private final Map<String, Points> words = new HashMap<>();
  private final double[] circumstances = new double[CIRCUMSTANCES.size()];

  /** How a line names what it weighs and how much that is worth. */
  AlertWords(List<String> lines) {
    String section = "";
    for (String line : lines) {
      if (line.startsWith("[")) {
        section = line.substring(1, line.length() - 1);
      } else {
        String[] pair = line.split(" ", 2);
        add(section, pair[0], Double.parseDouble(pair[1]));
      }
    }
  }

  static AlertWords load() {
    return new AlertWords(LexiconLines.of(FILE));
  }

  private void add(String section, String name, double points) {
    if (section.equals("comment")) {
      circumstances[CIRCUMSTANCES.indexOf(name)] = points;
    } else {
      words.put(name, new Points(AlertCategory.of(section), points, words.size()));
    }
  }

  /**
   * An alert where the points reach 0: in the lane, and with the unit, that has most of them.
   *
   * @param of the circumstances of the comment
   */
  Optional<Alert> read(Reading reading, double[] of) {
    Words read = reading.words();
    double sum = 0;
    for (int i = 0; i < of.length; i++) {
      sum += circumstances[i] * of[i];
    }
    BitSet seen = new BitSet(words.size());
    for (int i = 0; i < read.size(); i++) {
      Points points = words.get(stem(read.word(i)));
      if (points != null && !seen.get(points.place())) {
        seen.set(points.place());
        sum += points.points() * share(read.size());
      }
    }
    return sum < 0 || seen.isEmpty() ? Optional.empty() : Optional.of(alert(reading));
  }

  private Alert alert(Reading reading) {
    Words read = reading.words();
    Map<AlertCategory, Double> lanes = new EnumMap<>(AlertCategory.class);
    double best = 0;
    double unit = 0;
    int at = 0;
    for (int i = 0; i < read.size(); i++) {
      Points points = words.get(stem(read.word(i)));
      double worth = points == null ? 0 : points.points();
      if (points != null) {
        lanes.merge(points.lane(), worth, Double::sum);
      }
      unit = read.unitStart(i) == i ? worth : unit + worth;
      if (unit > best) {
        best = unit;
        at = i;
      }
    }
    AlertCategory lane =
        lanes.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    return new Alert(lane, read.evidence(read.unitStart(at), at + 1));
  }

  /** The words of a comment as the list knows them, in their order. */
  public static List<String> stems(ReadComment comment) {
    Words words = comment.reading().words();
    return IntStream.range(0, words.size()).mapToObj(i -> stem(words.word(i))).toList();
  }

  /** A word as the list knows it: without its ending, a doubled last letter single. */
  static String stem(String word) {
    String stem = word;
    for (String ending : ENDINGS) {
      if (word.length() >= ending.length() + SHORTEST_STEM && word.endsWith(ending)) {
        stem = word.substring(0, word.length() - ending.length());
        break;
      }
    }
    int last = stem.length() - 1;
    if (last >= SHORTEST_STEM && stem.charAt(last) == stem.charAt(last - 1)) {
      stem = stem.substring(0, last);
    }
    boolean silent = stem.length() > SHORTEST_STEM && stem.endsWith("e");
    return silent ? stem.substring(0, stem.length() - 1) : stem;
  }

  /** What part of its points a word gives in a comment of so many words. */
  public static double share(int words) {
    return 1 / Math.sqrt(Math.max(SHORTEST_COMMENT, words));
  }

  /**
   * The circumstances of a comment, in their order: 1; the logarithms of the odds that the severity
   * is moderate or worse, and serious; 1 where the score is 4 or 5; 1 where it is 1 or 2.
   */
  public static double[] circumstances(CommentText comment, Opinion opinion) {
    int rating = comment.rating() == null ? 0 : comment.rating();
    return new double[] {
      1,
      odds(opinion.probability(Labels.SEVERITY + Severity.MODERATE.code())),
      odds(opinion.probability(Labels.SEVERITY + Severity.SERIOUS.code())),
      rating == 4 || rating == 5 ? 1 : 0,
      rating == 1 || rating == 2 ? 1 : 0
    };
  }

  private static double odds(double probability) {
    return StrictMath.log((probability + SMALLEST) / (1 - probability + SMALLEST));
  }
}

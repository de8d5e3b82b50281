package org.heard.analytics.training;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** What was wanted of each comment and what was said, label by label, in one layer. */
final class Outcomes {

  private final Map<String, Integer> places = new LinkedHashMap<>();
  private final boolean open;
  private final List<byte[]> rows = new ArrayList<>();
  private final List<String> sources = new ArrayList<>();

  private Outcomes(Collection<String> labels, boolean open) {
    this.open = open;
    labels.forEach(label -> places.put(label, places.size()));
  }

  /** Of these labels; others are passed over. */
  static Outcomes of(Collection<String> labels) {
    return new Outcomes(labels, false);
  }

  /** Of whatever label comes. */
  static Outcomes ofAny() {
    return new Outcomes(List.of(), true);
  }

  void add(Collection<String> wanted, Collection<String> said, String source) {
    if (open) {
      new TreeSet<>(wanted).forEach(label -> places.putIfAbsent(label, places.size()));
      new TreeSet<>(said).forEach(label -> places.putIfAbsent(label, places.size()));
    }
    byte[] row = new byte[places.size()];
    places.forEach(
        (label, place) ->
            row[place] = Resampling.outcome(wanted.contains(label), said.contains(label)));
    rows.add(row);
    sources.add(source);
  }

  /** How many comments. */
  int size() {
    return rows.size();
  }

  /** In the order they were given, or by name where any may come. */
  List<String> labels() {
    return List.copyOf(open ? new TreeSet<>(places.keySet()) : places.keySet());
  }

  SortedSet<String> sources() {
    return new TreeSet<>(sources);
  }

  /** The same, of the comments of one source. */
  Outcomes of(String source) {
    Outcomes own = new Outcomes(places.keySet(), open);
    for (int i = 0; i < rows.size(); i++) {
      if (sources.get(i).equals(source)) {
        own.rows.add(rows.get(i));
        own.sources.add(source);
      }
    }
    return own;
  }

  /** Micro-F1 over these labels, without an interval. */
  double score(Predicate<String> labels) {
    return Resampling.score(rows, chosen(labels));
  }

  /** Micro-F1 over these labels. */
  Resampling.Interval f1(Predicate<String> labels) {
    return Resampling.f1(rows, chosen(labels));
  }

  /**
   * In which share of draws of comments this is worse than another, both of the same comments in
   * the same order.
   */
  double worse(Outcomes other, Predicate<String> labels) {
    return Resampling.worse(rows, other.rows, chosen(labels), other.chosen(labels));
  }

  /** How often one of these labels was wanted. */
  int wanted(Predicate<String> labels) {
    return count(Resampling.RIGHT, labels) + count(Resampling.MISSED, labels);
  }

  /** Of 100 times that one of these labels was wanted, how often it was not said. */
  double missed(Predicate<String> labels) {
    int wanted = wanted(labels);
    return wanted == 0 ? 0 : 100.0 * count(Resampling.MISSED, labels) / wanted;
  }

  private int count(byte outcome, Predicate<String> labels) {
    IntPredicate chosen = chosen(labels);
    int count = 0;
    for (byte[] row : rows) {
      for (int label = 0; label < row.length; label++) {
        count += row[label] == outcome && chosen.test(label) ? 1 : 0;
      }
    }
    return count;
  }

  /** Mean F1 of the labels that were wanted so often at least. */
  double macro(int least) {
    return macro(label -> wanted(label::equals) >= least);
  }

  /** Mean F1 of these labels, each counting alike. */
  double macro(Predicate<String> chosen) {
    return labels().stream()
        .filter(chosen)
        .mapToDouble(label -> score(label::equals))
        .average()
        .orElse(0);
  }

  private IntPredicate chosen(Predicate<String> labels) {
    boolean[] chosen = new boolean[places.size()];
    places.forEach((label, place) -> chosen[place] = labels.test(label));
    return label -> chosen[label];
  }
}

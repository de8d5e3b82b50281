package org.heard.analytics.tagging;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lays out, for each label of a comment, what speaks for and against it: the margins of comment and
 * units, the lexicon, and the same for the opposite polarity; for a QDC label the second view, too.
 * A logistic regression weighs these.
 */
public final class Weighing {

  private record Place(String theme, Polarity polarity, int opposite, int unit, int unitOpposite) {}

  private static final int OF_THEME = 12;
  private static final int OF_WHOLE = 3;

  private final List<String> labels;
  private final Place[] places;
  private final int[] themes;
  private final int[][] qdcThemes;
  private final int negative;
  private final int firstQdc;
  private final int lastQdc;

  public Weighing(List<String> labels, List<String> unitLabels) {
    this.labels = List.copyOf(labels);
    Map<String, Integer> units = new HashMap<>();
    unitLabels.forEach(label -> units.put(label, units.size()));
    places = new Place[labels.size()];
    themes = new int[labels.size()];
    qdcThemes = new int[labels.size()][];
    for (int i = 0; i < places.length; i++) {
      places[i] = place(i, units);
      themes[i] = places[i] == null ? -1 : units.get(places[i].theme());
      qdcThemes[i] = QdcThemes.of(labels.get(i)).stream().mapToInt(units::get).toArray();
    }
    negative = units.get(Labels.NEGATIVE);
    int first = 0;
    while (first < labels.size() && !labels.get(first).startsWith(Labels.QDC)) {
      first++;
    }
    int last = first;
    while (last < labels.size() && labels.get(last).startsWith(Labels.QDC)) {
      last++;
    }
    firstQdc = first;
    lastQdc = last;
  }

  private Place place(int label, Map<String, Integer> units) {
    String name = labels.get(label);
    if (!units.containsKey(name)) {
      return null;
    }
    String theme = name.substring(0, name.indexOf(':'));
    for (Polarity polarity : Polarity.values()) {
      if (name.equals(Labels.of(theme, polarity))) {
        String opposite = Labels.of(theme, opposite(polarity));
        return new Place(
            theme, polarity, labels.indexOf(opposite), units.get(name), units.get(opposite));
      }
    }
    throw new IllegalArgumentException("no such label: " + name);
  }

  static Polarity opposite(Polarity polarity) {
    return switch (polarity) {
      case PRESENT -> Polarity.ABSENT;
      case ABSENT -> Polarity.PRESENT;
      case POSITIVE -> Polarity.NEGATIVE;
      case NEGATIVE -> Polarity.POSITIVE;
      case NEUTRAL -> Polarity.NEUTRAL;
    };
  }

  /** The label's place among the unit's labels, or -1 where units have no such label. */
  int unitLabel(int label) {
    return places[label] == null ? -1 : places[label].unit();
  }

  /** What is weighed for a label; the first is always 1. */
  public double[] inputs(int label, Judgement judgement, ReadComment comment) {
    double own = judgement.comment(label);
    Place place = places[label];
    if (place == null) {
      return whole(label, own, judgement);
    }
    Polarity opposite = opposite(place.polarity());
    return new double[] {
      1,
      own,
      judgement.most(place.unit()),
      judgement.together(place.unit()),
      comment.suggested(place.theme(), place.polarity()),
      judgement.comment(place.opposite()),
      judgement.together(place.unitOpposite()),
      comment.suggested(place.theme(), opposite),
      judgement.together(themes[label]),
      judgement.most(negative),
      judgement.at(place.unit(), negative),
      judgement.at(themes[label], negative)
    };
  }

  /** How many things are weighed for a label. */
  int width(int label) {
    return places[label] == null
        ? OF_WHOLE + qdcThemes[label].length + (isQdc(label) ? 1 : 0)
        : OF_THEME;
  }

  private boolean isQdc(int label) {
    return label >= firstQdc && label < lastQdc;
  }

  private double[] whole(int label, double own, Judgement judgement) {
    int[] themes = qdcThemes[label];
    boolean qdc = isQdc(label);
    double[] inputs = new double[width(label)];
    inputs[0] = 1;
    inputs[1] = own;
    inputs[2] = qdc && lastQdc - firstQdc > 1 ? own - best(label, judgement) : 0;
    for (int i = 0; i < themes.length; i++) {
      inputs[OF_WHOLE + i] = judgement.together(themes[i]);
    }
    if (qdc) {
      inputs[OF_WHOLE + themes.length] = judgement.plain(label - firstQdc);
    }
    return inputs;
  }

  /** The best of the other QDC labels: most comments have one only. */
  private double best(int label, Judgement judgement) {
    double best = Double.NEGATIVE_INFINITY;
    for (int other = firstQdc; other < lastQdc; other++) {
      if (other != label) {
        best = Math.max(best, judgement.comment(other));
      }
    }
    return best;
  }
}

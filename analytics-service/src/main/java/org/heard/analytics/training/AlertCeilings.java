package org.heard.analytics.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How far points of words go with a writer they were not learnt from, at the best bar there is for
 * the very texts that are scored, which nobody can know beforehand: what is found with at most so
 * many near misses flagged, and what is flagged where so many are found. Beside it the lines, which
 * have no bar. Both are bounds from above: lines were mended by most of these texts.
 */
final class AlertCeilings {

  private static final double MOST_FLAGGED = 0.10;
  private static final double LEAST_FOUND = 0.97;

  private final List<AlertText> alerts;
  private final List<AlertText> misses;

  private AlertCeilings(List<AlertText> texts) {
    alerts = texts.stream().filter(text -> text.category() != null).toList();
    misses = texts.stream().filter(text -> text.category() == null).toList();
  }

  /**
   * Lines of a Markdown table.
   *
   * @param quiet comments that alert nobody
   * @param invented the texts of all writers
   */
  static List<String> lines(List<AlertText> quiet, List<AlertText> invented) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "| texts of | points learnt from | lines: found, flagged | with points, at most %.0f %%"
                + " flagged: found | %.0f %% found: flagged | points alone: found | flagged |",
            100 * MOST_FLAGGED,
            100 * LEAST_FOUND));
    lines.add("|---|---|---|---|---|---|---|");
    int writers = InventedTexts.WRITERS.size();
    for (int held = 0; held < writers; held++) {
      AlertCeilings ceilings = new AlertCeilings(of(invented, by(held)));
      for (int other = 0; other < writers; other++) {
        if (other != held) {
          AlertPoints points = learnt(quiet, of(invented, by(other)));
          lines.add(ceilings.line(name(held), name(other), points));
        }
      }
      AlertPoints points = learnt(quiet, of(invented, by(held).negate()));
      lines.add(ceilings.line(name(held), "all others", points));
    }
    AlertPoints points = learnt(quiet, of(invented, Predicate.not(AlertText::measured)));
    AlertCeilings measured = new AlertCeilings(of(invented, AlertText::measured));
    lines.add(measured.line("those kept for measuring", "all but these", points));
    return lines;
  }

  private static Predicate<AlertText> by(int writer) {
    return text -> text.writer() == writer;
  }

  private static List<AlertText> of(List<AlertText> texts, Predicate<AlertText> which) {
    return texts.stream().filter(which).toList();
  }

  private static String name(int writer) {
    return "writer " + (writer + 1);
  }

  private static AlertPoints learnt(List<AlertText> quiet, List<AlertText> invented) {
    return AlertPoints.learn(Stream.concat(quiet.stream(), invented.stream()).toList());
  }

  private String line(String texts, String from, AlertPoints points) {
    if (alerts.isEmpty() || misses.isEmpty()) {
      return "| " + texts + " | " + from + " | none | | | | |";
    }
    List<Double> found = values(alerts, points, true);
    List<Double> flagged = values(misses, points, true);
    List<Double> foundAlone = values(alerts, points, false);
    List<Double> flaggedAlone = values(misses, points, false);
    return String.join(
        " | ",
        "| " + texts,
        from,
        share(alerts.stream().filter(AlertText::line).count(), alerts)
            + ", "
            + share(misses.stream().filter(AlertText::line).count(), misses),
        found(found, flagged),
        flagged(found, flagged),
        found(foundAlone, flaggedAlone),
        flagged(foundAlone, flaggedAlone) + " |");
  }

  /** What each text weighs, the heaviest first; a line outweighs all. */
  private static List<Double> values(List<AlertText> texts, AlertPoints points, boolean lines) {
    return texts.stream()
        .map(text -> lines && text.line() ? Double.POSITIVE_INFINITY : points.of(text))
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  /** Of the alerts those above the heaviest near miss that may not be flagged. */
  private String found(List<Double> found, List<Double> flagged) {
    double bar = flagged.get((int) (MOST_FLAGGED * flagged.size()));
    return bar == Double.POSITIVE_INFINITY
        ? "lines flag more"
        : share(found.stream().filter(value -> value > bar).count(), alerts);
  }

  private String flagged(List<Double> found, List<Double> flagged) {
    double bar = found.get((int) Math.ceil(LEAST_FOUND * found.size()) - 1);
    return share(flagged.stream().filter(value -> value >= bar).count(), misses);
  }

  private static String share(long some, List<AlertText> of) {
    return String.format(Locale.ROOT, "%.1f %%", 100.0 * some / of.size());
  }
}

package org.heard.analytics.tagging;

import java.util.List;
import java.util.Set;

/** Sentiment, criticality and severity of a comment, from its tags and alerts. */
record Scores(int sentiment, int criticality, Severity severity) {

  private static final Set<AlertCategory> GRAVE =
      Set.of(
          AlertCategory.SELF_HARM,
          AlertCategory.ABUSE_OR_SAFETY,
          AlertCategory.NEGLECT,
          AlertCategory.FALL_OR_MEDICATION_ERROR);

  static Scores of(Reading reading, Opinion opinion, TagList tags, List<Alert> alerts) {
    return new Scores(
        1 + expected(Labels.SENTIMENT, 2, Labels.MOST_SENTIMENT, opinion),
        Labels.LEAST_CRITICALITY
            + expected(
                Labels.CRITICALITY, Labels.LEAST_CRITICALITY + 1, Labels.MOST_CRITICALITY, opinion),
        severity(reading, opinion, tags, alerts));
  }

  /** How many of the steps are passed: the expectation, rounded. */
  private static int expected(String scale, int first, int last, Opinion opinion) {
    double sum = 0;
    for (int step = first; step <= last; step++) {
      sum += opinion.probability(scale + step);
    }
    return (int) Math.round(sum);
  }

  private static Severity severity(
      Reading reading, Opinion opinion, TagList tags, List<Alert> alerts) {
    if (!tags.has(Scores::isBad)) {
      return Severity.NONE;
    }
    boolean grave = alerts.stream().anyMatch(alert -> GRAVE.contains(alert.category()));
    if (grave || hasSeverity(reading, "serious")) {
      return Severity.SERIOUS;
    }
    boolean moderate = opinion.says(Labels.SEVERITY + Severity.MODERATE.code());
    return moderate ? Severity.MODERATE : Severity.LOW;
  }

  private static boolean isBad(Tag tag) {
    return tag.polarity() == Polarity.ABSENT
        || tag.polarity() == Polarity.NEGATIVE
        || tag.theme().equals(Themes.GENERAL_DISSATISFACTION)
        || tag.theme().equals(Themes.NOTHING_WAS_GOOD);
  }

  private static boolean hasSeverity(Reading reading, String severity) {
    return reading.group("severity").stream().anyMatch(hit -> hit.cue().theme().equals(severity));
  }
}

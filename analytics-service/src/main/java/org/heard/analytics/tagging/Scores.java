package org.heard.analytics.tagging;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Sentiment, criticality and severity of a comment, from its tags and alerts. */
record Scores(Integer sentiment, Integer criticality, Severity severity) {

  static final Scores NO_CONTENT = new Scores(null, null, Severity.NONE);

  private static final Set<AlertCategory> GRAVE =
      Set.of(
          AlertCategory.SELF_HARM,
          AlertCategory.ABUSE_OR_SAFETY,
          AlertCategory.NEGLECT,
          AlertCategory.FALL_OR_MEDICATION_ERROR);

  static Scores of(Reading reading, TagList tags, List<Alert> alerts) {
    int good = count(tags.all(), true);
    int bad = count(tags.all(), false);
    Severity severity = severity(reading, tags, alerts, bad);
    return new Scores(
        sentiment(reading, good, bad, severity),
        criticality(reading, good, bad, severity),
        severity);
  }

  private static int count(Collection<Tag> tags, boolean good) {
    int count = 0;
    for (Tag tag : tags) {
      count += (good ? isGood(tag) : isBad(tag)) ? 1 : 0;
    }
    return count;
  }

  private static boolean isGood(Tag tag) {
    return tag.polarity() == Polarity.PRESENT
        || tag.polarity() == Polarity.POSITIVE
        || tag.theme().equals(Themes.GENERAL_PRAISE)
        || tag.theme().equals(Themes.NOTHING_TO_IMPROVE);
  }

  private static boolean isBad(Tag tag) {
    return tag.polarity() == Polarity.ABSENT
        || tag.polarity() == Polarity.NEGATIVE
        || tag.theme().equals(Themes.GENERAL_DISSATISFACTION)
        || tag.theme().equals(Themes.NOTHING_WAS_GOOD);
  }

  private static Severity severity(Reading reading, TagList tags, List<Alert> alerts, int bad) {
    if (bad == 0) {
      return Severity.NONE;
    }
    boolean grave = alerts.stream().anyMatch(alert -> GRAVE.contains(alert.category()));
    if (grave || hasSeverity(reading, "serious")) {
      return Severity.SERIOUS;
    }
    boolean distress = hasSeverity(reading, "moderate");
    boolean unmet = tags.has(Polarity.ABSENT) && reading.ratedPoor();
    return distress || unmet ? Severity.MODERATE : Severity.LOW;
  }

  private static boolean hasSeverity(Reading reading, String severity) {
    return reading.group("severity").stream().anyMatch(hit -> hit.cue().theme().equals(severity));
  }

  /** Follows how coders of the public file judged comments with such tags and such a score. */
  private static int sentiment(Reading reading, int good, int bad, Severity severity) {
    if (good > 0 && bad > 0) {
      return reading.rated(1) ? 2 : reading.ratedPoor() ? 4 : 3;
    }
    if (bad > 0) {
      return reading.rated(5) && severity.compareTo(Severity.MODERATE) >= 0 ? 5 : 4;
    }
    if (good > 0) {
      return reading.rated(1) || (good > 1 && !reading.rated(2)) ? 1 : 2;
    }
    return reading.ratedGood() ? 2 : reading.ratedPoor() || reading.improve() ? 4 : 3;
  }

  private static int criticality(Reading reading, int good, int bad, Severity severity) {
    if (good > 0 && bad > 0) {
      return reading.improve() ? -2 : reading.comment().question() == Question.GOOD ? 2 : 0;
    }
    if (bad > 0) {
      return switch (severity) {
        case SERIOUS -> -5;
        case MODERATE -> -4;
        default -> reading.improve() ? -2 : -3;
      };
    }
    return good == 0 ? 0 : good == 1 ? 2 : good == 2 ? 3 : 4;
  }
}

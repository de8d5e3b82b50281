package org.heard.analytics.tagging;

import java.util.List;
import java.util.Set;

/**
 * How bad the worst statement of a comment is. A word of harm counts where it stands: denied, or in
 * a part of the sentence or a comment that tells nothing bad, it says nothing of the shortfall
 * beside it.
 */
final class SeverityReader {

  private static final String MODERATE = Labels.SEVERITY + Severity.MODERATE.code();

  /** What these alerts name is harm. */
  private static final Set<AlertCategory> GRAVE =
      Set.of(
          AlertCategory.SELF_HARM,
          AlertCategory.ABUSE_OR_SAFETY,
          AlertCategory.NEGLECT,
          AlertCategory.FALL_OR_MEDICATION_ERROR);

  /** What these name distresses, and seldom does worse. */
  private static final Set<AlertCategory> DISTRESSING = Set.of(AlertCategory.DISCRIMINATION);

  private SeverityReader() {}

  static Severity read(ReadComment comment, Opinion opinion, TagList tags, List<Alert> alerts) {
    boolean bad = tags.has(SeverityReader::isBad);
    boolean wrong = opinion.probability(MODERATE) >= AlertReader.WENT_WRONG;
    boolean poor = comment.reading().ratedPoor();
    if ((bad || wrong || poor) && raises(alerts, GRAVE)) {
      return Severity.SERIOUS;
    }
    if (!bad) {
      return Severity.NONE;
    }
    if (wrong && tellsHarm(comment, opinion)) {
      return Severity.SERIOUS;
    }
    boolean moderate = opinion.says(MODERATE) || raises(alerts, DISTRESSING);
    return moderate ? Severity.MODERATE : Severity.LOW;
  }

  private static boolean raises(List<Alert> alerts, Set<AlertCategory> categories) {
    return alerts.stream().anyMatch(alert -> categories.contains(alert.category()));
  }

  private static boolean isBad(Tag tag) {
    return tag.polarity() == Polarity.ABSENT
        || tag.polarity() == Polarity.NEGATIVE
        || tag.theme().equals(Themes.GENERAL_DISSATISFACTION)
        || tag.theme().equals(Themes.NOTHING_WAS_GOOD);
  }

  private static boolean tellsHarm(ReadComment comment, Opinion opinion) {
    Reading reading = comment.reading();
    for (Hit hit : reading.group("severity")) {
      if (hit.cue().theme().equals(Severity.SERIOUS.code())
          && !reading.negated(hit)
          && opinion.negative(comment.unitAt(hit.from())) > 0) {
        return true;
      }
    }
    return false;
  }
}

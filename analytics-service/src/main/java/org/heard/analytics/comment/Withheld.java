package org.heard.analytics.comment;

import java.util.Optional;
import org.heard.analytics.tagging.Alert;
import org.heard.analytics.tagging.AlertCategory;
import org.heard.analytics.tagging.TaggedComment;

/** Why a comment is counted but not shown. */
enum Withheld {
  /** A person has to look first; until alerts can be released, that is for good. */
  IN_REVIEW,
  /** Nobody has removed identifiers from a text in a language that redaction does not read. */
  LANGUAGE;

  /**
   * The reason to withhold a comment, empty for none.
   *
   * @param heldForLanguage what feedback-service said of it
   */
  static Optional<Withheld> of(TaggedComment tagged, boolean heldForLanguage) {
    Optional<Withheld> review = inReview(tagged);
    return review.isEmpty() && (heldForLanguage || tagged.unsupportedLanguage())
        ? Optional.of(LANGUAGE)
        : review;
  }

  /** The same for a text that somebody has read: its language is no reason any more. */
  static Optional<Withheld> inReview(TaggedComment tagged) {
    return tagged.alerts().stream().map(Alert::category).anyMatch(AlertCategory::holdsBack)
        ? Optional.of(IN_REVIEW)
        : Optional.empty();
  }
}

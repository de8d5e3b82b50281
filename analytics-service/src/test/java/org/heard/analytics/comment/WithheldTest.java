package org.heard.analytics.comment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.heard.analytics.tagging.Alert;
import org.heard.analytics.tagging.AlertCategory;
import org.heard.analytics.tagging.Evidence;
import org.heard.analytics.tagging.Layer;
import org.heard.analytics.tagging.Severity;
import org.heard.analytics.tagging.Tag;
import org.heard.analytics.tagging.TaggedComment;
import org.heard.analytics.tagging.Themes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WithheldTest {
  private static final Evidence ALL = new Evidence(0, 1, "x");

  private static TaggedComment tagged(List<Tag> tags, List<Alert> alerts) {
    return new TaggedComment(tags, List.of(), 3, 0, Severity.NONE, alerts, "en", null);
  }

  @ParameterizedTest
  @CsvSource({
    "SELF_HARM, true",
    "ABUSE_OR_SAFETY, true",
    "NEGLECT, true",
    "DISCRIMINATION, true",
    "STAFF_DISTRESS, true",
    "STAFF_THREAT, true",
    "FALL_OR_MEDICATION_ERROR, false",
    "BEREAVEMENT, false",
    "COMPLAINT_OR_LEGAL, false"
  })
  void someAlertsHoldACommentBack(AlertCategory category, boolean withheld) {
    TaggedComment comment = tagged(List.of(), List.of(new Alert(category, ALL)));

    assertThat(Withheld.of(comment, false))
        .isEqualTo(withheld ? Optional.of(Withheld.IN_REVIEW) : Optional.empty());
  }

  @Test
  void aLanguageThatNobodyReadsHoldsACommentBack() {
    Tag unread = new Tag(Layer.GENERAL, Themes.UNSUPPORTED_LANGUAGE, null, null, 1, ALL);

    assertThat(Withheld.of(tagged(List.of(unread), List.of()), false)).contains(Withheld.LANGUAGE);
    assertThat(Withheld.of(tagged(List.of(), List.of()), true)).contains(Withheld.LANGUAGE);
    assertThat(Withheld.of(tagged(List.of(), List.of()), false)).isEmpty();
  }

  @Test
  void reviewComesBeforeLanguage() {
    TaggedComment comment = tagged(List.of(), List.of(new Alert(AlertCategory.NEGLECT, ALL)));

    assertThat(Withheld.of(comment, true)).contains(Withheld.IN_REVIEW);
  }
}

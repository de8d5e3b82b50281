package org.heard.analytics.comment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.heard.analytics.tagging.Evidence;
import org.heard.analytics.tagging.Layer;
import org.heard.analytics.tagging.Polarity;
import org.heard.analytics.tagging.Severity;
import org.heard.analytics.tagging.Tag;
import org.heard.analytics.tagging.TaggedComment;
import org.heard.analytics.tagging.Themes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LowConfidenceTest {
  private static final Evidence ALL = new Evidence(0, 1, "x");

  @ParameterizedTest
  @CsvSource({
    // confidences of its tags, setting, of low confidence
    "0.9, 0.5, false",
    "0.5, 0.5, false",
    "0.49, 0.5, true",
    "0.9 0.9 0.4, 0.5, true",
    "0.4, 0.4, false",
    "0.9, 0.95, true",
    "0.01, 0, false",
    "'', 0.5, false",
  })
  void theLeastSureTagDecides(String confidences, double below, boolean unsure) {
    List<Tag> tags = new ArrayList<>();
    for (String confidence : confidences.split(" ", -1)) {
      if (!confidence.isEmpty()) {
        tags.add(tag(Themes.compassion().get(tags.size()).code(), Double.parseDouble(confidence)));
      }
    }
    assertThat(CommentStore.unsure(comment(tags), below)).isEqualTo(unsure);
  }

  private static Tag tag(String theme, double confidence) {
    return new Tag(Layer.COMPASSION, theme, Polarity.PRESENT, null, confidence, ALL);
  }

  private static TaggedComment comment(List<Tag> tags) {
    return new TaggedComment(tags, List.of(), 3, 0, Severity.NONE, List.of(), "en", null);
  }

  @ParameterizedTest
  @CsvSource({Themes.NO_CONTENT, Themes.UNSUPPORTED_LANGUAGE})
  void whatHasNoContentIsNotUnsure(String state) {
    Tag tag = new Tag(Layer.GENERAL, state, null, null, 0.1, ALL);

    assertThat(CommentStore.unsure(comment(List.of(tag)), 0.5)).isFalse();
  }
}

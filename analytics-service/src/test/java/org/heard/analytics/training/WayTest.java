package org.heard.analytics.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.heard.analytics.tagging.CommentText;
import org.junit.jupiter.api.Test;

class WayTest {

  private static final String SAFE = "Feeling safe";
  private static final String PAIN = "Pain management";

  private static LabelledComment labelled(String... qdc) {
    return new LabelledComment(
        "1", "own", new CommentText(null, null, "x"), null, Set.of(qdc), null, null);
  }

  /** The mean over labels is of those that the fold had enough of to learn from. */
  @Test
  void qdcLabelsCountWhereTheyWereLearnt() {
    Way way = new Way("a tagger");
    way.nextFold(Set.of(SAFE));
    way.add(labelled(SAFE, PAIN), Set.of("qdc:" + SAFE));
    way.nextFold(Set.of(SAFE, PAIN));
    way.add(labelled(SAFE, PAIN), Set.of("qdc:" + SAFE));

    assertThat(way.row()).startsWith("| a tagger |").endsWith("| 0.750 (0.500 to 1.000) | 1.000 |");
  }
}

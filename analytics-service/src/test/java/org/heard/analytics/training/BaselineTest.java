package org.heard.analytics.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.heard.analytics.tagging.CommentReader;
import org.heard.analytics.tagging.CommentText;
import org.junit.jupiter.api.Test;

class BaselineTest {

  private static final String LABEL = "qdc:Feeling safe";

  private static LabelledComment comment(String text, String... qdc) {
    return new LabelledComment(
        text, "own", new CommentText(null, null, text), null, Set.of(qdc), null, null);
  }

  private static List<Example> examples(LabelledComment... comments) {
    return Example.of(List.of(comments), CommentReader.load());
  }

  @Test
  void learnsAWord() {
    List<LabelledComment> comments = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      comments.add(comment("a calm evening " + i, "Feeling safe"));
      comments.add(comment("a loud evening " + i));
    }
    List<Example> training = Example.of(comments, CommentReader.load());
    List<Example> unseen = examples(comment("a calm night"), comment("a loud night"));
    List<String> labels = List.of(LABEL);
    Baseline baseline = Baseline.fit(training, labels);

    assertThat(baseline.said(unseen.get(0), Baseline.half(labels))).containsExactly(LABEL);
    assertThat(baseline.said(unseen.get(1), Baseline.half(labels))).isEmpty();
    assertThat(Baseline.thresholds(training, labels)[0]).isBetween(0.1, 0.6);
  }
}

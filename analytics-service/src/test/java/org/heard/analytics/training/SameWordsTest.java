package org.heard.analytics.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.heard.analytics.tagging.CommentText;
import org.heard.analytics.tagging.Question;
import org.junit.jupiter.api.Test;

class SameWordsTest {

  private static LabelledComment comment(Question question, String text, String... qdc) {
    return new LabelledComment(
        text, "own", new CommentText(question, null, text), null, Set.of(qdc), null, null);
  }

  @Test
  void onlyTheSameWordsUnderTheSameQuestionAreCompared() {
    List<String> lines =
        SameWords.lines(
            List.of(
                comment(Question.GOOD, "Calm, even at night, and quiet.", "Feeling safe"),
                comment(Question.GOOD, "calm even at night and quiet", "Feeling safe", "Food"),
                comment(Question.IMPROVE, "Calm even at night and quiet", "Not assigned"),
                comment(Question.GOOD, "tea", "Food"),
                comment(Question.GOOD, "Tea!", "Feeling safe")));

    assertThat(lines)
        .anyMatch(line -> line.startsWith("| QDC labels | 2 | 0.400 |"))
        .anyMatch(line -> line.startsWith("| QDC labels, of 20 characters or more | 1 | 0.667 |"))
        .contains("| compassion tags | 0 | none | |");
  }
}

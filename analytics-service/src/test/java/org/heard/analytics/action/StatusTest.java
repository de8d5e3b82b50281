package org.heard.analytics.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.heard.analytics.problem.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which status leads where: the whole table. */
class StatusTest {
  private static final String[] TO = {"noted", "planned", "testing", "done", "cannot-do"};

  @ParameterizedTest
  @CsvSource({
    "noted,     yes, yes, yes, yes, yes",
    "planned,   yes, yes, yes, yes, yes",
    "testing,   no,  yes, yes, yes, yes",
    "done,      no,  no,  yes, yes, no",
    "cannot-do, yes, yes, no,  no,  yes",
  })
  void leadsTo(
      String from, String noted, String planned, String testing, String done, String cannotDo) {
    String[] expected = {noted, planned, testing, done, cannotDo};
    Status status = Status.of(from).orElseThrow();
    for (int i = 0; i < TO.length; i++) {
      Status next = Status.of(TO[i]).orElseThrow();
      assertThat(status.leadsTo(next)).as("%s to %s", from, TO[i]).isEqualTo(yes(expected[i]));
      if (yes(expected[i])) {
        assertThatCode(() -> status.requireLeadsTo(next)).doesNotThrowAnyException();
      } else {
        assertThatThrownBy(() -> status.requireLeadsTo(next))
            .isInstanceOf(ProblemException.class)
            .hasMessage("BAD_TRANSITION");
      }
    }
  }

  private static boolean yes(String word) {
    return word.equals("yes");
  }

  @ParameterizedTest
  @CsvSource({"DONE", "cannot_do", "open", "''"})
  void otherWordsAreNone(String code) {
    assertThat(Status.of(code)).isEmpty();
  }
}

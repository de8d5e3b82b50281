package org.heard.feedback.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.heard.feedback.problem.ErrorCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeskPageTest {
  private static final Map<String, String> CARD = Map.of("good", "The tea.");

  /** To a browser that is a desk by now. */
  @ParameterizedTest
  @CsvSource({
    "UNAVAILABLE, true, Press Open once more",
    "INTERNAL, true, Press Open once more",
    "NOT_FOUND, false, cannot be shown on it",
    "KEY_REVOKED, false, type it here",
    "UNAUTHORIZED, false, type it here",
    "RATE_LIMITED, false, Wait a little"
  })
  void asksForTheSameOnceMoreOnlyWhereTheFaultWasOurs(ErrorCode code, boolean again, String said) {
    DeskPage page = new DeskPage(code, CARD, true);
    assertThat(page.again()).isEqualTo(again);
    assertThat(page.error()).contains(said);
    assertThat(page.error().contains("Press Open once more")).isEqualTo(again);
  }

  @ParameterizedTest
  @CsvSource({"UNAVAILABLE, try again", "NOT_FOUND, Ask an admin for a new code"})
  void asksForACodeWhereNoneWasTaken(ErrorCode code, String said) {
    DeskPage page = new DeskPage(code, CARD);
    assertThat(page.again()).isFalse();
    assertThat(page.error()).contains(said);
  }
}

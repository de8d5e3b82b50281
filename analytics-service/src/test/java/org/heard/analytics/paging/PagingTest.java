package org.heard.analytics.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.heard.analytics.problem.ErrorCode;
import org.heard.analytics.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {

  @ParameterizedTest
  @CsvSource({", 50", "1, 1", "200, 200", "007, 7"})
  void aLimitIsTaken(String parameter, int limit) {
    assertThat(Limit.of(parameter)).isEqualTo(limit);
  }

  @ParameterizedTest
  @CsvSource({
    "201, LIMIT_TOO_LARGE",
    "999999999999999999, LIMIT_TOO_LARGE",
    "0, BAD_LIMIT",
    "-1, BAD_LIMIT",
    "ten, BAD_LIMIT",
    "'', BAD_LIMIT",
    "9999999999999999999, BAD_LIMIT"
  })
  void aLimitThatCannotBeIsRefused(String parameter, ErrorCode code) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> Limit.of(parameter))
        .satisfies(refused -> assertThat(refused.problem().code()).isEqualTo(code));
  }

  @Test
  void aCursorReadsBack() {
    assertThat(Cursor.parts(Cursor.of("2026-10-05", -7L, "é"), 3))
        .containsExactly("2026-10-05", "-7", "é");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "!", "%", "AAAA", "_____w", "MjAyNg"})
  void aForeignCursorIsRefused(String cursor) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> Cursor.parts(cursor, 4))
        .satisfies(refused -> assertThat(refused.problem().code()).isEqualTo(ErrorCode.BAD_CURSOR));
  }

  @Test
  void aPageHasANextOnlyWhenThereIsMore() {
    Page<String> more = Page.of(List.of(1, 2, 3), 9, 2, String::valueOf, row -> "after " + row);
    Page<String> last = Page.of(List.of(1, 2), 2, 2, String::valueOf, row -> "after " + row);

    assertThat(more).isEqualTo(new Page<>(List.of("1", "2"), 9, "after 2"));
    assertThat(last).isEqualTo(new Page<>(List.of("1", "2"), 2, null));
  }
}

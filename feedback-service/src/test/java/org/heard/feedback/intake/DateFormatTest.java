package org.heard.feedback.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDateTime;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateFormatTest {
  @ParameterizedTest
  @CsvSource({
    "dd/MM/yyyy,         05/10/2025,          2025-10-05T12:00",
    "MM/dd/yyyy,         05/10/2025,          2025-05-10T12:00",
    "d/M/yyyy,           5/10/2025,           2025-10-05T12:00",
    "d/M/yyyy,           05/10/2025,          2025-10-05T12:00",
    "dd/MM/yy,           05/10/25,            2025-10-05T12:00",
    "d.M.yyyy,           5.10.2025,           2025-10-05T12:00",
    "dd-MMM-yyyy,        05-OCT-2025,         2025-10-05T12:00",
    "d MMM yyyy,         5 Sep 2025,          2025-09-05T12:00",
    "yyyyMMdd,           20251005,            2025-10-05T12:00",
    "dd/MM/yyyy HH:mm,   05/10/2025 14:30,    2025-10-05T14:30",
    "dd/MM/yyyy H:mm,    05/10/2025 9:30,     2025-10-05T09:30",
    "dd/MM/yyyy HH:mm:ss,05/10/2025 14:30:59, 2025-10-05T14:30:59",
    "dd/MM/yyyy[ HH:mm], 05/10/2025,          2025-10-05T12:00",
    "dd/MM/yyyy[ HH:mm], 05/10/2025 14:30,    2025-10-05T14:30",
  })
  void readsWhatItSays(String pattern, String cell, LocalDateTime time) {
    assertThat(DateFormat.parse(pattern).read(cell)).contains(time);
  }

  @ParameterizedTest
  @CsvSource({
    "dd/MM/yyyy,       31/02/2025",
    "dd/MM/yyyy,       10/25/2025",
    "dd/MM/yyyy,       5/10/2025",
    "dd/MM/yyyy,       05/10/25",
    "dd/MM/yyyy,       2025-10-05",
    "dd/MM/yyyy,       05/10/2025 14:30",
    "dd/MM/yyyy HH:mm, 05/10/2025",
    "dd/MM/yyyy HH:mm, 05/10/2025 24:00",
    "dd/MM/yyyy,       soon",
  })
  void readsNothingElse(String pattern, String cell) {
    assertThat(DateFormat.parse(pattern).read(cell)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "dd/MM",
        "dd/MM/YYYY",
        "DD/MM/yyyy",
        "dd/mm/yyyy",
        "dd/MM/yyyy hh:mm",
        "dd/MM/yyyy HH",
        "dd/MM/yyyy ss",
        "dd/MM/yyyy HH:mm:ss.SSS",
        "dd/MM/yyyy dd",
        "dd/MM/yyyy z",
        "dd/MM/yyyy'T'HH:mm",
        "dd/MM/yyyy]",
        "dd/MMMM/yyyy",
      })
  void isNoOtherPattern(String pattern) {
    refused(pattern);
  }

  @Test
  void isNoLongerThanItNeedBe() {
    String longest = "dd/MM/yyyy" + " ".repeat(30);
    assertThat(DateFormat.parse(longest).pattern()).isEqualTo(longest);
    refused(longest + " ");
  }

  private static void refused(String pattern) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> DateFormat.parse(pattern))
        .satisfies(
            refused -> assertThat(refused.problem().code()).isEqualTo(ErrorCode.INVALID_PARAMETER));
  }
}

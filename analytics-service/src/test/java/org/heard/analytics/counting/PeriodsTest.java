package org.heard.analytics.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import org.heard.analytics.problem.ErrorCode;
import org.heard.analytics.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodsTest {
  private static final LocalDate TODAY = LocalDate.of(2027, 1, 6);

  @ParameterizedTest
  @CsvSource({
    // bucket, from, to, first, last, count
    "WEEK, , , 2026-W42, 2027-W01, 13",
    "WEEK, 2026-W52, , 2026-W52, 2027-W01, 3",
    "WEEK, , 2026-W53, 2026-W41, 2026-W53, 13",
    "WEEK, 2026-W53, 2026-W53, 2026-W53, 2026-W53, 1",
    "MONTH, , , 2026-01, 2027-01, 13",
    "MONTH, 2017-02, 2027-01, 2017-02, 2027-01, 120",
    "QUARTER, , , 2024-Q1, 2027-Q1, 13",
    "QUARTER, 2026-Q4, 2027-Q2, 2026-Q4, 2027-Q2, 3",
  })
  void periodsFollowEachOther(
      Bucket bucket, String from, String to, String first, String last, int count) {
    Periods periods = Periods.between(bucket, from, to, TODAY);

    assertThat(periods.list()).hasSize(count);
    assertThat(periods.list().get(0).label()).isEqualTo(first);
    assertThat(periods.list().get(count - 1).label()).isEqualTo(last);
    assertThat(periods.from()).isEqualTo(periods.list().get(0).from());
    assertThat(periods.to()).isEqualTo(periods.list().get(count - 1).to());
  }

  @ParameterizedTest
  @CsvSource({
    "WEEK, 2026-W41, 2026-W40, PERIOD_ORDER",
    "WEEK, 2027-W02, , PERIOD_ORDER",
    "MONTH, 2017-01, 2027-01, TOO_MANY_PERIODS",
    "QUARTER, 2026-10, , BAD_PERIOD",
    "WEEK, , 2025-W53, BAD_PERIOD",
  })
  void whatCannotBeIsRefused(Bucket bucket, String from, String to, ErrorCode code) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> Periods.between(bucket, from, to, TODAY))
        .satisfies(refused -> assertThat(refused.problem().code()).isEqualTo(code));
  }

  @Test
  void onePeriodAlone() {
    assertThat(Periods.only(Bucket.QUARTER, "2026-Q4").list())
        .extracting(Period::label)
        .containsExactly("2026-Q4");
  }
}

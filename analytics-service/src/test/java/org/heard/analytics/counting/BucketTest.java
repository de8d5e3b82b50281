package org.heard.analytics.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import org.heard.analytics.problem.ErrorCode;
import org.heard.analytics.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketTest {

  @ParameterizedTest
  @CsvSource({
    // day, bucket, label, first day, last day
    "2026-10-05, WEEK, 2026-W41, 2026-10-05, 2026-10-11",
    "2026-10-04, WEEK, 2026-W40, 2026-09-28, 2026-10-04",
    "2026-12-31, WEEK, 2026-W53, 2026-12-28, 2027-01-03",
    "2027-01-03, WEEK, 2026-W53, 2026-12-28, 2027-01-03",
    "2027-01-04, WEEK, 2027-W01, 2027-01-04, 2027-01-10",
    "2024-12-30, WEEK, 2025-W01, 2024-12-30, 2025-01-05",
    "2020-12-31, WEEK, 2020-W53, 2020-12-28, 2021-01-03",
    "2024-02-29, MONTH, 2024-02, 2024-02-01, 2024-02-29",
    "2026-12-31, MONTH, 2026-12, 2026-12-01, 2026-12-31",
    "2026-12-31, QUARTER, 2026-Q4, 2026-10-01, 2026-12-31",
    "2024-02-29, QUARTER, 2024-Q1, 2024-01-01, 2024-03-31",
    "2026-05-15, QUARTER, 2026-Q2, 2026-04-01, 2026-06-30",
  })
  void aDayStandsInItsPeriod(
      LocalDate day, Bucket bucket, String label, LocalDate from, LocalDate to) {
    Period period = bucket.at(day);

    assertThat(period.label()).isEqualTo(label);
    assertThat(period.from()).isEqualTo(from);
    assertThat(period.to()).isEqualTo(to);
    assertThat(bucket.parse(label)).isEqualTo(period);
  }

  @ParameterizedTest
  @CsvSource({
    "WEEK, 2025-W53", // a year of 52 weeks
    "WEEK, 2026-W54",
    "WEEK, 2026-W00",
    "WEEK, 2026-W1",
    "WEEK, 2026-10",
    "WEEK, 2026-W٤٠",
    "WEEK, 1899-W10",
    "MONTH, 2026-13",
    "MONTH, 2026-00",
    "MONTH, 2026-1",
    "MONTH, 2026-Q4",
    "QUARTER, 2026-Q0",
    "QUARTER, 2026-Q5",
    "QUARTER, ''",
  })
  void whatIsNoPeriodIsRefused(Bucket bucket, String label) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> bucket.parse(label))
        .satisfies(refused -> assertThat(refused.problem().code()).isEqualTo(ErrorCode.BAD_PERIOD));
  }

  @Test
  void everyWeekOfACenturyReadsBack() {
    Period week = Bucket.WEEK.at(LocalDate.of(1950, 1, 1));
    for (int i = 0; i < 5300; i++) {
      assertThat(Bucket.WEEK.parse(week.label())).isEqualTo(week);
      assertThat(week.plus(1).from()).isEqualTo(week.to().plusDays(1));
      week = week.plus(1);
    }
  }

  @ParameterizedTest
  @CsvSource({"day", "Week", "''"})
  void anotherBucketIsRefused(String code) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> Bucket.of(code))
        .satisfies(refused -> assertThat(refused.problem().code()).isEqualTo(ErrorCode.BAD_BUCKET));
  }

  @Test
  void withoutAWordItIsTheWeek() {
    assertThat(Bucket.of(null)).isEqualTo(Bucket.WEEK);
  }
}

package org.heard.analytics.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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
    "2026-12-31, DAY, 2026-12-31, 2026-12-31, 2026-12-31",
    "2024-02-29, DAY, 2024-02-29, 2024-02-29, 2024-02-29",
    "2021-01-01, WEEK, 2020-W53, 2020-12-28, 2021-01-03",
    "2021-01-04, WEEK, 2021-W01, 2021-01-04, 2021-01-10",
    "2027-01-01, MONTH, 2027-01, 2027-01-01, 2027-01-31",
    "2027-01-01, QUARTER, 2027-Q1, 2027-01-01, 2027-03-31",
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
    "DAY, 2026-02-29",
    "DAY, 2026-00-10",
    "DAY, 2026-10",
    "DAY, 2026-1-05",
    "DAY, 1899-12-31",
  })
  void whatIsNoPeriodIsRefused(Bucket bucket, String label) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> bucket.parse(label))
        .satisfies(refused -> assertThat(refused.problem().code()).isEqualTo(ErrorCode.BAD_PERIOD));
  }

  /** A moment's day is that of the organisation: zone, then day, then period. */
  @ParameterizedTest
  @CsvSource({
    // moment, zone, day, week, month, quarter
    // the clocks of London go forward at 01:00 UTC on 29 March 2026: a day of 23 hours
    "2026-03-29T00:00:00Z, Europe/London, 2026-03-29, 2026-W13, 2026-03, 2026-Q1",
    "2026-03-29T22:59:59Z, Europe/London, 2026-03-29, 2026-W13, 2026-03, 2026-Q1",
    "2026-03-29T23:00:00Z, Europe/London, 2026-03-30, 2026-W14, 2026-03, 2026-Q1",
    "2026-03-31T23:30:00Z, Europe/London, 2026-04-01, 2026-W14, 2026-04, 2026-Q2",
    // and back at 01:00 UTC on 25 October: a day of 25 hours
    "2026-10-24T22:59:59Z, Europe/London, 2026-10-24, 2026-W43, 2026-10, 2026-Q4",
    "2026-10-24T23:00:00Z, Europe/London, 2026-10-25, 2026-W43, 2026-10, 2026-Q4",
    "2026-10-25T23:59:59Z, Europe/London, 2026-10-25, 2026-W43, 2026-10, 2026-Q4",
    "2026-10-26T00:00:00Z, Europe/London, 2026-10-26, 2026-W44, 2026-10, 2026-Q4",
    // years end at midnight of the zone, weeks on Sunday
    "2026-12-31T23:59:59Z, Europe/London, 2026-12-31, 2026-W53, 2026-12, 2026-Q4",
    "2027-01-01T00:00:00Z, Europe/London, 2027-01-01, 2026-W53, 2027-01, 2027-Q1",
    "2027-01-04T00:00:00Z, Europe/London, 2027-01-04, 2027-W01, 2027-01, 2027-Q1",
    // west of UTC the same moments lie on the day before
    "2027-01-01T04:59:59Z, America/New_York, 2026-12-31, 2026-W53, 2026-12, 2026-Q4",
    "2027-01-01T05:00:00Z, America/New_York, 2027-01-01, 2026-W53, 2027-01, 2027-Q1",
    "2021-01-04T04:59:59Z, America/New_York, 2021-01-03, 2020-W53, 2021-01, 2021-Q1",
    "2026-03-08T04:59:59Z, America/New_York, 2026-03-07, 2026-W10, 2026-03, 2026-Q1",
    "2026-03-09T03:59:59Z, America/New_York, 2026-03-08, 2026-W10, 2026-03, 2026-Q1",
    "2026-03-09T04:00:00Z, America/New_York, 2026-03-09, 2026-W11, 2026-03, 2026-Q1",
  })
  void aMomentStandsInThePeriodsOfItsZone(
      Instant moment, ZoneId zone, LocalDate day, String week, String month, String quarter) {
    LocalDate counted = LocalDate.ofInstant(moment, zone);

    assertThat(counted).isEqualTo(day);
    assertThat(Bucket.DAY.at(counted).label()).isEqualTo(day.toString());
    assertThat(Bucket.WEEK.at(counted).label()).isEqualTo(week);
    assertThat(Bucket.MONTH.at(counted).label()).isEqualTo(month);
    assertThat(Bucket.QUARTER.at(counted).label()).isEqualTo(quarter);
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
  @CsvSource({"days", "Week", "year", "''"})
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

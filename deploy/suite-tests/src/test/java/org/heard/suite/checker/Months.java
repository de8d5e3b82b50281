package org.heard.suite.checker;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The months that a run can count anything in: fixed, as what "this month" is must not hang on a
 * service's clock that jumps, and what a jumped clock dates is to be found, too.
 */
record Months(YearMonth middle) {

  static Months aroundNow() {
    return new Months(YearMonth.now(ZoneOffset.UTC));
  }

  /** Insights of a ward over all of them, below the gateway's API. */
  String insights(String ward) {
    return "/wards/%s/insights?bucket=month&from=%s&to=%s"
        .formatted(ward, middle.minusMonths(1), middle.plusMonths(1));
  }

  /** Comments of a ward, a query a month. */
  List<String> comments(String ward) {
    return LongStream.rangeClosed(-1, 1)
        .mapToObj(
            month ->
                "/wards/%s/comments?limit=200&bucket=month&period=%s"
                    .formatted(ward, middle.plusMonths(month)))
        .toList();
  }
}

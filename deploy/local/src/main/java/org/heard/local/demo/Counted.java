package org.heard.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.heard.local.run.JsonHttp;

/** How many submissions the gateway's insights count. */
final class Counted {

  private final JsonHttp analyst;

  /**
   * @param analyst speaks to the gateway as a quality analyst of the demo organisation
   */
  Counted(JsonHttp analyst) {
    this.analyst = analyst;
  }

  /** Over all wards of the year, in the months from the first day's to the last day's. */
  int between(LocalDate first, LocalDate last) throws IOException {
    List<String> wards = DemoYear.wards().stream().map(DemoWard::id).toList();
    int sum = 0;
    for (String ward : wards) {
      sum += submissions(ward, YearMonth.from(first), YearMonth.from(last));
    }
    return sum;
  }

  private int submissions(String ward, YearMonth from, YearMonth to) throws IOException {
    JsonHttp.Answer answer =
        analyst.get(
            "/api/v1/wards/%s/insights?bucket=month&from=%s&to=%s".formatted(ward, from, to));
    if (!answer.isSuccess()) {
      throw new IOException("insights: " + answer.problem());
    }
    int sum = 0;
    for (JsonNode period : answer.body().path("periods")) {
      sum += period.path("submissions").asInt();
    }
    return sum;
  }
}

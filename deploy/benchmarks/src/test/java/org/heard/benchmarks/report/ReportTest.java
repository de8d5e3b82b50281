package org.heard.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ReportTest {
  @Test
  void saysWhichTargetsWereMissed() {
    StringWriter out = new StringWriter();
    Report report = new Report(new PrintWriter(out));
    report.add(Row.ratio("intake", "100/s", "bare: 200/s", 0.5, 0.5));
    report.add(Row.ratio("tagging", "10/s", "linear: 40/s", 0.25, 0.3));
    report.add(Row.told("start", "1 ms"));
    report.table();
    assertThat(out.toString().lines().filter(line -> !line.isEmpty()))
        .containsExactly(
            "| what    | measured | limit        | ratio | target |        |",
            "|---------|----------|--------------|-------|--------|--------|",
            "| intake  | 100/s    | bare: 200/s  | 0.50  | >= 0.5 | met    |",
            "| tagging | 10/s     | linear: 40/s | 0.25  | >= 0.3 | MISSED |",
            "| start   | 1 ms     |              |       |        |        |");
  }
}

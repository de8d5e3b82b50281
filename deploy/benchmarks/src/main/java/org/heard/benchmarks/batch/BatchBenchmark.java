package org.heard.benchmarks.batch;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.heard.benchmarks.report.Report;
import org.heard.benchmarks.report.Row;
import org.heard.benchmarks.suite.SuiteUnderTest;
import org.heard.benchmarks.suite.WardCounts;
import org.heard.local.device.Registration;
import org.heard.local.run.CommandFailure;

/** One run: the limit before and after what is compared with it (A-B-A). */
final class BatchBenchmark {
  private static final List<String> WARDS =
      IntStream.rangeClosed(1, 12).mapToObj("W%02d"::formatted).toList();
  private static final int[] CONNECTIONS = {1, 4};
  private static final int WARM_UP_PART = 4;
  private static final Duration DRAINED = Duration.ofMinutes(5);

  private final Report report;
  private final BareCopy copy;
  private final int lines;
  private final Sender sender;
  private final WardCounts insights;
  private final long before;

  BatchBenchmark(SuiteUnderTest suite, BareCopy copy, Report report, int lines) {
    this.report = report;
    this.copy = copy;
    this.lines = lines;
    String key = new Registration(suite.run()).importer("benchmark", WARDS.get(0)).key();
    sender = new Sender(suite.run().feedback(), key);
    insights = new WardCounts(suite, WARDS);
    before = insights.submissions();
  }

  /** Whether every acknowledged line was found in insights, once. */
  boolean run() throws SQLException, IOException {
    report.step("Warming up ...");
    Rows few = Rows.invented(Math.max(1, lines / WARM_UP_PART), WARDS);
    copy.perSecond(few);
    sender.perSecond(few, 1);
    boolean exact = drained();
    for (int connections : CONNECTIONS) {
      compare(connections);
      exact &= drained();
    }
    report.add(
        Row.absolute(
            "acknowledged = counted in insights",
            "%,d".formatted(sender.acknowledged()),
            "equal",
            exact));
    report.table();
    return exact;
  }

  private void compare(int connections) throws SQLException, IOException {
    Rows rows = Rows.invented(lines, WARDS);
    double first = copy(rows);
    double batch = sender.perSecond(rows, connections);
    String name = "batch, %,d lines, %d at a time".formatted(lines, connections);
    report.step("%s: %,.0f rows/s".formatted(name, batch));
    double second = copy(rows);
    double limit = (first + second) / 2;
    report.add(
        new Row(
            name,
            "%,.0f rows/s".formatted(batch),
            "COPY: %,.0f/s (%,.0f, %,.0f)".formatted(limit, first, second),
            "%.4f".formatted(batch / limit),
            "",
            ""));
  }

  private double copy(Rows rows) throws SQLException, IOException {
    double perSecond = copy.perSecond(rows);
    report.step("COPY of the same: %,.0f rows/s".formatted(perSecond));
    return perSecond;
  }

  /** Waits until insights have counted all that was acknowledged; false if they never do. */
  private boolean drained() {
    long expected = before + sender.acknowledged();
    long giveUp = System.nanoTime() + DRAINED.toNanos();
    long counted = insights.submissions();
    while (counted != expected && System.nanoTime() < giveUp) {
      pause();
      counted = insights.submissions();
    }
    report.step("Insights count %,d of %,d acknowledged".formatted(counted, expected));
    return counted == expected;
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(100);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw CommandFailure.failed("Interrupted.");
    }
  }
}

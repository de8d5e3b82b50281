package org.heard.benchmarks.analytics;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.heard.benchmarks.machine.Machine;
import org.heard.benchmarks.report.Report;
import org.heard.benchmarks.suite.SuiteOptions;
import org.heard.benchmarks.suite.SuiteUnderTest;
import org.heard.local.run.CommandFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How fast events are applied, what they touch, and what a question reads. */
@Command(
    name = "analytics",
    description = {
      "Events applied a second with one and with two consumers, against INSERT ... SELECT unnest of",
      "the same rows; rollup rows touched a submission; the inside insight query at a tenth of",
      "the comments and at all of them; storage a comment. In a suite of its own, as it fills the",
      "database of analytics-service itself."
    })
public final class AnalyticsCommand implements Callable<Integer> {
  private static final int MOST_EVENTS = 100_000;
  private static final int MOST_COMMENTS = 10_000_000;

  @Option(
      names = "--events",
      paramLabel = "N",
      description = "Events applied in each step, at most 100000 (default ${DEFAULT-VALUE}).")
  private int events = 20_000;

  @Option(
      names = "--comments",
      paramLabel = "N",
      description = "Comments of the larger query, 10 to 10000000 (default ${DEFAULT-VALUE}).")
  private int comments = 1_000_000;

  @Option(
      names = "--wards",
      paramLabel = "N",
      description = "Wards that have them, 1 to 9999 (default ${DEFAULT-VALUE}).")
  private int wards = 1_000;

  @Option(
      names = "--queries",
      paramLabel = "N",
      description = "Questions asked in each step (default ${DEFAULT-VALUE}).")
  private int queries = 1_000;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    require(events >= 1 && events <= MOST_EVENTS, "--events is 1 to " + MOST_EVENTS + ".");
    require(
        comments >= 10 && comments <= MOST_COMMENTS, "--comments is 10 to " + MOST_COMMENTS + ".");
    require(wards >= 1 && wards <= 9999, "--wards is 1 to 9999.");
    require(queries >= 1, "--queries is 1 or more.");
    Report report = new Report(spec.commandLine().getOut());
    report.line("Machine: " + Machine.describe());
    report.step("Starting a suite ...");
    try (SuiteUnderTest suite = SuiteOptions.own();
        Database database = new Database(suite)) {
      report.line("Disk: " + Machine.describeDisk(Path.of(suite.run().data())));
      boolean exact = new ApplyBenchmark(suite, database, report, events).run();
      new QueryBenchmark(suite, database, report).run(comments, wards, queries);
      report.table();
      return exact ? 0 : 1;
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw CommandFailure.usage(otherwise);
    }
  }
}

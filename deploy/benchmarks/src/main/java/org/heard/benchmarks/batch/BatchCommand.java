package org.heard.benchmarks.batch;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.heard.benchmarks.machine.Machine;
import org.heard.benchmarks.report.Report;
import org.heard.benchmarks.suite.SuiteOptions;
import org.heard.benchmarks.suite.SuiteUnderTest;
import org.heard.local.run.CommandFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How many lines of a batch are stored a second. */
@Command(
    name = "batch",
    description = {
      "Lines of a batch stored a second, one batch and four at a time, against COPY FROM STDIN of",
      "the same rows into a bare table on the same server."
    })
public final class BatchCommand implements Callable<Integer> {
  private static final int MOST_LINES = 100_000;

  @Option(
      names = "--lines",
      paramLabel = "N",
      description = "Lines sent in each step, at most 100000 (default ${DEFAULT-VALUE}).")
  private int lines = 50_000;

  @Mixin private SuiteOptions options;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (lines < 1 || lines > MOST_LINES) {
      throw CommandFailure.usage("--lines is 1 to " + MOST_LINES + ".");
    }
    PrintWriter out = spec.commandLine().getOut();
    Report report = new Report(out);
    report.line("Machine: " + Machine.describe());
    report.step("Starting, or finding, the suite ...");
    try (SuiteUnderTest suite = options.open();
        BareCopy copy = new BareCopy(suite.run().postgres(), suite.databasePassword("feedback"))) {
      report.line("Disk: " + Machine.describeDisk(Path.of(suite.run().data())));
      return new BatchBenchmark(suite, copy, report, lines).run() ? 0 : 1;
    }
  }
}

package org.heard.benchmarks.intake;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.heard.benchmarks.load.HttpLoad;
import org.heard.benchmarks.machine.Machine;
import org.heard.benchmarks.report.Report;
import org.heard.benchmarks.suite.SuiteOptions;
import org.heard.benchmarks.suite.SuiteUnderTest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How many submissions are acknowledged, how fast, and when they are in insights. */
@Command(
    name = "intake",
    description = {
      "Submissions acknowledged a second at 1, 16, 64 and 256 connections, against bare JDBC on the",
      "same server; latency on a fixed schedule; time until they are in insights; memory."
    })
public final class IntakeCommand implements Callable<Integer> {
  private static final int SECONDS_OF_THE_BUDGET = 60;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      description = "Length of each step (default ${DEFAULT-VALUE}).")
  private int seconds = 20;

  @Option(names = "--long", description = "Steps of 60 s, as the budget says.")
  private boolean longSteps;

  @Mixin private SuiteOptions options;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Report report = new Report(out);
    Duration step = Duration.ofSeconds(longSteps ? SECONDS_OF_THE_BUDGET : Math.max(1, seconds));
    report.line("Machine: " + Machine.describe());
    report.step("Starting, or finding, the suite ...");
    try (SuiteUnderTest suite = options.open();
        BareCommits bare =
            new BareCommits(suite.run().postgres(), suite.databasePassword("feedback"));
        IntakeBenchmark benchmark = new IntakeBenchmark(suite, bare, report, step)) {
      report.line("Disk: " + Machine.describeDisk(Path.of(suite.run().data())));
      report.line("Server: " + bare.describeServer());
      report.line("Load generator: " + HttpLoad.NAME);
      return benchmark.run() ? 0 : 1;
    }
  }
}

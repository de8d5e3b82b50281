package org.heard.benchmarks;

import org.heard.benchmarks.analytics.AnalyticsCommand;
import org.heard.benchmarks.batch.BatchCommand;
import org.heard.benchmarks.intake.IntakeCommand;
import org.heard.benchmarks.redaction.RedactionCommand;
import org.heard.benchmarks.tag.TagCommand;
import org.heard.local.run.CommandFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code deploy/bench NAME}: each name is a subcommand of this. */
@Command(
    name = "bench",
    description = {
      "Runs a benchmark and prints its figures, each beside a named limit measured in the same"
          + " run.",
      "Hold the machine still: whatever else runs on it is in the figures."
    },
    subcommands = {
      IntakeCommand.class,
      BatchCommand.class,
      AnalyticsCommand.class,
      TagCommand.class,
      RedactionCommand.class
    })
public final class Main {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  private Main() {}

  /**
   * Exit values: 0 measured, whether budgets were met or missed; 1 failed; 2 the command line is
   * wrong.
   */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Main());
    line.setExecutionExceptionHandler(
        (exception, command, parsed) -> {
          if (exception instanceof CommandFailure failure) {
            command.getErr().println(failure.getMessage());
            command.getErr().flush();
            return failure.exitCode();
          }
          throw exception;
        });
    return line;
  }
}

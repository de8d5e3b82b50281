package org.heard.benchmarks.redaction;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.heard.benchmarks.machine.Machine;
import org.heard.benchmarks.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Comments redacted and sealed a second by one thread. Names no class of feedback-service: the
 * other commands run without it.
 */
@Command(
    name = "redaction",
    description = {
      "Comments redacted a second by one thread, against one plain pattern; submissions sealed,",
      "against the bare cipher; and what both cost a submission."
    })
public final class RedactionCommand implements Callable<Integer> {
  @Option(
      names = "--texts",
      paramLabel = "FILE",
      description = "Comments, one a line (default: invented ones).")
  private Path file;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      description = "Length of each of the rounds (default ${DEFAULT-VALUE}).")
  private int seconds = 2;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Report report = new Report(spec.commandLine().getOut());
    report.line("Machine: " + Machine.describe());
    List<String> texts =
        file == null
            ? Comments.invented()
            : Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
    new RedactionBenchmark(texts, Duration.ofSeconds(Math.max(1, seconds)), report).run();
    return 0;
  }
}

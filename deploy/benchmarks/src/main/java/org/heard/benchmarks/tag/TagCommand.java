package org.heard.benchmarks.tag;

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
 * Comments tagged a second by one thread, against the bare common recipe in the same JVM. Names no
 * class of the tagger: the other commands run without it.
 */
@Command(
    name = "tag",
    description = "Comments tagged a second by one thread, against TF-IDF and a linear model.")
public final class TagCommand implements Callable<Integer> {
  @Option(
      names = "--texts",
      paramLabel = "FILE",
      description = "Comments, one a line (default: invented ones).")
  private Path file;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      description = "Length of each of the rounds (default ${DEFAULT-VALUE}).")
  private int seconds = 5;

  @Option(
      names = "--terms",
      paramLabel = "N",
      description = "Vocabulary of the linear model (default ${DEFAULT-VALUE}).")
  private int terms = 20_000;

  @Option(
      names = "--labels",
      paramLabel = "N",
      description = "Labels of the linear model (default ${DEFAULT-VALUE}).")
  private int labels = 50;

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
            ? Texts.invented()
            : Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
    double characters = texts.stream().mapToInt(String::length).average().orElse(0);
    report.line("Texts: %d, %.0f characters on average".formatted(texts.size(), characters));
    new TagBenchmark(texts, Duration.ofSeconds(Math.max(1, seconds)), report).run(terms, labels);
    return 0;
  }
}

package org.heard.benchmarks.tag;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.heard.analytics.tagging.CommentText;
import org.heard.analytics.tagging.Question;
import org.heard.analytics.tagging.Tagger;
import org.heard.benchmarks.machine.Machine;
import org.heard.benchmarks.report.Report;
import org.heard.benchmarks.report.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Comments tagged a second by one thread, against the bare common recipe in the same JVM. */
@Command(
    name = "tag",
    description = "Comments tagged a second by one thread, against TF-IDF and a linear model.")
public final class TagCommand implements Callable<Integer> {
  private static final int ROUNDS = 3;
  private static final double RATIO = 0.3;
  private static final double PER_SECOND = 5000;

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
    // First of all, before anything is warm: what a service waits for at its start.
    long start = System.nanoTime();
    Tagger tagger = Tagger.load();
    tagger.tag(comment(texts.get(0)));
    double startMillis = (System.nanoTime() - start) / 1e6;
    compare(tagger, texts, report);
    report.add(Row.told("the tagger's start, cold", "%.0f ms".formatted(startMillis)));
    report.table();
    return 0;
  }

  private void compare(Tagger tagger, List<String> texts, Report report) {
    LinearModel model = new LinearModel(texts, terms, labels);
    Duration round = Duration.ofSeconds(Math.max(1, seconds));
    Pace tagging = null;
    Pace linear = null;
    // The first round of each warms up; each later one replaces it if it is faster.
    for (int i = 0; i <= ROUNDS; i++) {
      linear = faster(i < 2 ? null : linear, Pace.of(model::label, texts, round));
      tagging =
          faster(
              i < 2 ? null : tagging,
              Pace.of(text -> tagger.tag(comment(text)).tags().size(), texts, round));
      report.step(
          "round %d: tagger %,.0f/s, linear model %,.0f/s"
              .formatted(i, tagging.perSecond(), linear.perSecond()));
    }
    String limit =
        "TF-IDF + linear, %,d terms, %d labels: %,.0f/s, %,.0f bytes a comment"
            .formatted(terms, labels, linear.perSecond(), linear.bytes());
    String measured =
        "%,.0f/s, %,.0f bytes a comment".formatted(tagging.perSecond(), tagging.bytes());
    String what = "tagging, one thread (" + tagger.modelVersion() + ")";
    report.add(Row.ratio(what, measured, limit, tagging.perSecond() / linear.perSecond(), RATIO));
    report.add(Row.absolute("the same", measured, ">= 5,000/s", tagging.perSecond() >= PER_SECOND));
  }

  private static Pace faster(Pace before, Pace now) {
    return before == null || now.perSecond() > before.perSecond() ? now : before;
  }

  private static CommentText comment(String text) {
    return new CommentText(Question.WHY, null, text);
  }
}

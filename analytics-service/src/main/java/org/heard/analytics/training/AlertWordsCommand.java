package org.heard.analytics.training;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.heard.analytics.tagging.AlertCategory;
import org.heard.analytics.tagging.AlertWords;
import org.heard.analytics.tagging.Model;
import org.heard.analytics.tagging.Opinion;

/**
 * {@code train-alerts FILE --texts FOLDER [--out FILE]}: from labelled comments and invented texts
 * to the points of single words, and to standard output how far such points go with a writer they
 * were not learnt from. The same files give the same bytes.
 */
public final class AlertWordsCommand {

  /** So many near misses of a writer that was not learnt from may reach the bar. */
  private static final double NEAR_MISSES = 0.06;

  private AlertWordsCommand() {}

  public static void main(String[] arguments) throws IOException {
    System.exit(run(arguments));
  }

  static int run(String... arguments) throws IOException {
    Arguments given = Arguments.read(arguments, "--texts", "--out");
    if (given == null || given.option("--texts") == null) {
      System.err.println("train-alerts FILE --texts FOLDER [--out FILE]");
      return 2;
    }
    Path out = given.out("alert-words.txt");
    AlertText.Reader reader = new AlertText.Reader(new Opinion.Judge(Model.shipped()));
    List<AlertText> quiet = reader.quiet(given.file());
    List<AlertText> all = reader.invented(Path.of(given.option("--texts")));
    List<AlertText> invented = all.stream().filter(text -> !text.measured()).toList();
    AlertCeilings.lines(quiet, all).forEach(System.out::println);
    double bar = bar(quiet, invented);
    AlertPoints points = AlertPoints.learn(both(quiet, invented)).lowered(bar);
    Files.writeString(out, written(points));
    return 0;
  }

  /** Each writer's near misses are weighed by what was learnt from the other writers. */
  private static double bar(List<AlertText> quiet, List<AlertText> invented) {
    List<Double> misses = new ArrayList<>();
    for (int writer = 0; writer < InventedTexts.WRITERS.size(); writer++) {
      int held = writer;
      AlertPoints others =
          AlertPoints.learn(
              both(quiet, invented.stream().filter(text -> text.writer() != held).toList()));
      invented.stream()
          .filter(text -> text.writer() == held && text.category() == null)
          .forEach(text -> misses.add(others.of(text)));
    }
    misses.sort(Comparator.reverseOrder());
    return misses.get((int) (NEAR_MISSES * misses.size()));
  }

  private static List<AlertText> both(List<AlertText> quiet, List<AlertText> invented) {
    List<AlertText> both = new ArrayList<>(quiet);
    both.addAll(invented);
    return both;
  }

  private static String written(AlertPoints points) throws IOException {
    StringBuilder file = new StringBuilder(head());
    file.append("\n[comment]\n");
    for (int i = 0; i < points.circumstances().length; i++) {
      file.append(
          String.format(
              Locale.ROOT,
              "%s %.2f\n",
              AlertWords.CIRCUMSTANCES.get(i),
              points.circumstances()[i]));
    }
    for (AlertCategory category : AlertCategory.values()) {
      file.append("\n[").append(category.code()).append("]\n");
      points.words().entrySet().stream()
          .filter(word -> word.getValue().lane() == category)
          .sorted(
              Map.Entry.<String, AlertPoints.Word>comparingByValue(
                      Comparator.comparingDouble(AlertPoints.Word::points).reversed())
                  .thenComparing(Map.Entry.comparingByKey()))
          .forEach(
              word ->
                  file.append(
                      String.format(
                          Locale.ROOT, "%s %.1f\n", word.getKey(), word.getValue().points())));
    }
    return file.toString();
  }

  private static String head() throws IOException {
    try (InputStream in =
        AlertWordsCommand.class.getResourceAsStream("/training/alert-words-head.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

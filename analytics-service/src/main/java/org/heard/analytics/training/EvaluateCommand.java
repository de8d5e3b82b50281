package org.heard.analytics.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.heard.analytics.tagging.Model;
import org.heard.analytics.tagging.Tagger;

/**
 * {@code evaluate FILE [--model MODEL] [--against MODEL]}: scores a model on labelled comments it
 * has not seen. Exit code 1 where one of its scores ({@link Comparison}) is worse than that of the
 * model it is held against (the shipped one unless another is named), 2 where the call cannot be
 * understood.
 */
public final class EvaluateCommand {

  private EvaluateCommand() {}

  public static void main(String[] arguments) throws IOException {
    System.exit(run(arguments));
  }

  static int run(String... arguments) throws IOException {
    Arguments given = Arguments.read(arguments, "--model", "--against");
    if (given == null) {
      System.err.println("evaluate FILE [--model MODEL] [--against MODEL]");
      return 2;
    }
    List<LabelledComment> comments = LabelledFile.read(given.file());
    Evaluation evaluation = evaluate(model(given, "--model"), comments);
    Report.lines(evaluation.outcomes, evaluation.sources).forEach(System.out::println);
    evaluation.summary().forEach(System.out::println);
    if (given.option("--model") == null) {
      return 0;
    }
    Evaluation other = evaluate(model(given, "--against"), comments);
    Comparison comparison = Comparison.of(evaluation, other);
    comparison.lines().forEach(System.out::println);
    return comparison.refused() ? 1 : 0;
  }

  private static Model model(Arguments given, String option) {
    String path = given.option(option);
    return path == null ? Model.shipped() : Model.read(Path.of(path));
  }

  private static Evaluation evaluate(Model model, List<LabelledComment> comments) {
    Tagger tagger = Tagger.with(model);
    Evaluation evaluation = new Evaluation();
    comments.forEach(comment -> evaluation.add(tagger, comment));
    return evaluation;
  }
}

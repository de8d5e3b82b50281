package org.heard.analytics.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.heard.analytics.tagging.Model;
import org.heard.analytics.tagging.Tagger;

/**
 * {@code evaluate FILE [--model MODEL] [--against MODEL]}: scores a model on labelled comments it
 * has not seen. {@code evaluate FILE --folds N [--part PERCENT]}: scores what training makes of
 * labelled comments by {@link CrossValidation}, learning from a part of them only. Exit code 1
 * where one of its scores ({@link Comparison}) is worse than that of the model it is held against
 * (the shipped one unless another is named), 2 where the call cannot be understood.
 */
public final class EvaluateCommand {

  private EvaluateCommand() {}

  public static void main(String[] arguments) throws IOException {
    System.exit(run(arguments));
  }

  static int run(String... arguments) throws IOException {
    Arguments given = Arguments.read(arguments, "--model", "--against", "--folds", "--part");
    if (given == null || !fits(given)) {
      System.err.println(
          "evaluate FILE [--model MODEL] [--against MODEL] | FILE --folds N [--part PERCENT]");
      return 2;
    }
    List<LabelledComment> comments = LabelledFile.read(given.file());
    if (given.option("--folds") != null) {
      int percent = given.option("--part") == null ? 100 : number(given, "--part");
      CrossValidation.lines(comments, number(given, "--folds"), percent)
          .forEach(System.out::println);
      SameWords.lines(comments).forEach(System.out::println);
      return 0;
    }
    return model(given, comments);
  }

  private static boolean fits(Arguments given) {
    boolean folds = given.option("--folds") != null;
    if (!folds) {
      return given.option("--part") == null;
    }
    int percent = given.option("--part") == null ? 100 : number(given, "--part");
    return given.option("--model") == null
        && given.option("--against") == null
        && number(given, "--folds") >= 2
        && percent >= 1
        && percent <= 100;
  }

  /** 0 where it is none. */
  private static int number(Arguments given, String option) {
    String value = given.option(option);
    return value.matches("[0-9]{1,3}") ? Integer.parseInt(value) : 0;
  }

  private static int model(Arguments given, List<LabelledComment> comments) throws IOException {
    Evaluation evaluation = evaluate(model(given, "--model"), comments);
    Report.tags(evaluation.marks).forEach(System.out::println);
    evaluation.summary().forEach(System.out::println);
    if (given.option("--model") == null && given.option("--against") == null) {
      return 0;
    }
    Evaluation other = evaluate(model(given, "--against"), comments);
    Comparison comparison = Comparison.of(evaluation.marks, other.marks);
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

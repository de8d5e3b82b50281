package org.heard.analytics.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.heard.analytics.tagging.CommentReader;
import org.heard.analytics.tagging.Model;
import org.heard.analytics.tagging.Opinion;
import org.heard.analytics.tagging.TaggedComment;
import org.heard.analytics.tagging.Tagger;

/**
 * Nested cross-validation: every comment is tagged by a whole tagger whose model, with its weighing
 * and thresholds, was made of the other folds alone; comments with the same words never part.
 * Beside it, on the same folds, what it is held against: a plain linear classifier, and the same
 * models with the best thresholds there are for the very comments that are scored, which nobody can
 * know beforehand.
 */
final class CrossValidation {

  private static final long SEED = 23;
  private static final int SHARES = 100;

  private final List<Example> examples;
  private final int[] fold;
  private final int percent;
  private final Way tagger = new Way("tagger");
  private final Way kinds = new Way("best threshold of each kind, chosen on the fold itself");
  private final Way labels = new Way("best threshold of each label, chosen on the fold itself");
  private final Way plain = new Way("plain linear classifier, from a margin of 0");
  private final Way tuned = new Way("the same, thresholds from a fifth of the training");
  private final Evaluation evaluation = new Evaluation();

  private CrossValidation(List<Example> examples, int folds, int percent) {
    this.examples = examples;
    this.percent = percent;
    fold = Folds.of(examples.stream().map(Example::labelled).toList(), folds, SEED);
    for (int held = 0; held < folds; held++) {
      fold(held);
    }
  }

  /**
   * Scores as lines of Markdown.
   *
   * @param folds two at least
   * @param percent how many of 100 training comments are learnt from, whole groups of them
   */
  static List<String> lines(List<LabelledComment> comments, int folds, int percent) {
    CrossValidation done =
        new CrossValidation(Example.of(comments, CommentReader.load()), folds, percent);
    List<String> lines = new ArrayList<>();
    lines.add(
        Way.head(folds + " folds, " + percent + " % of the others: mean (lowest to highest) F1"));
    for (Way way : List.of(done.tagger, done.kinds, done.labels, done.plain, done.tuned)) {
      lines.add(way.row());
    }
    lines.add("");
    lines.addAll(Report.tags(done.evaluation.marks));
    lines.add("");
    lines.addAll(Report.others(done.evaluation));
    return lines;
  }

  private void nextFold(List<Example> training) {
    Map<String, Integer> counts = Trainer.qdcCounts(training);
    counts.values().removeIf(count -> count < Evaluation.LEAST_QDC);
    for (Way way : List.of(tagger, kinds, labels, plain, tuned)) {
      way.nextFold(counts.keySet());
    }
  }

  private void fold(int held) {
    List<Example> others = select(i -> fold[i] != held);
    int[] share =
        Folds.of(others.stream().map(Example::labelled).toList(), SHARES, SEED + 1 + held);
    List<Example> training =
        IntStream.range(0, others.size())
            .filter(i -> share[i] < percent)
            .mapToObj(others::get)
            .toList();
    List<Example> test = select(i -> fold[i] == held);
    nextFold(training);
    Model model = Trainer.train(training).model();
    tagged(tagger, model, test, evaluation::add);
    Unseen unseen = Unseen.of(model, test);
    tagged(kinds, unseen.with(Thresholds::choose), test, (comment, said) -> {});
    tagged(labels, unseen.with(Thresholds::best), test, (comment, said) -> {});
    plainly(training, test);
  }

  private void plainly(List<Example> training, List<Example> test) {
    List<String> names = Baseline.labels(Trainer.qdc(training));
    double[] half = Baseline.half(names);
    double[] chosen = Baseline.thresholds(training, names);
    Baseline baseline = Baseline.fit(training, names);
    say(plain, test, example -> baseline.said(example, half));
    say(tuned, test, example -> baseline.said(example, chosen));
  }

  private List<Example> select(IntPredicate chosen) {
    return IntStream.range(0, fold.length).filter(chosen).mapToObj(examples::get).toList();
  }

  private static void tagged(
      Way way, Model model, List<Example> test, BiConsumer<LabelledComment, TaggedComment> seen) {
    Tagger whole = Tagger.with(model);
    say(
        way,
        test,
        example -> {
          TaggedComment said = whole.tag(example.labelled().comment());
          seen.accept(example.labelled(), said);
          return Evaluation.labels(said);
        });
  }

  private static void say(Way way, List<Example> test, Function<Example, Set<String>> labels) {
    for (Example example : test) {
      way.add(example.labelled(), labels.apply(example));
    }
  }

  /** What a model says of comments it has not seen, and what it should. */
  private record Unseen(Model model, double[][] probabilities, List<byte[]> wanted) {

    /** Chooses thresholds from labels, probabilities of each, and what is wanted. */
    interface Choice {
      double[] of(List<String> labels, double[][] probabilities, List<byte[]> wanted);
    }

    static Unseen of(Model model, List<Example> test) {
      Opinion.Judge judge = new Opinion.Judge(model);
      Targets targets = new Targets(model.labels(), model.unitLabels());
      double[][] probabilities = new double[model.labels().size()][test.size()];
      List<byte[]> wanted = new ArrayList<>();
      for (int i = 0; i < test.size(); i++) {
        Opinion opinion = judge.of(test.get(i).read());
        for (int label = 0; label < probabilities.length; label++) {
          probabilities[label][i] = opinion.probability(model.labels().get(label));
        }
        wanted.add(targets.ofComment(test.get(i).labelled()));
      }
      return new Unseen(model, probabilities, wanted);
    }

    Model with(Choice choice) {
      return model.with(choice.of(model.labels(), probabilities, wanted));
    }
  }
}

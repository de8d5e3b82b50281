package org.heard.benchmarks.tag;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.heard.analytics.tagging.CommentReader;
import org.heard.analytics.tagging.CommentText;
import org.heard.analytics.tagging.FeatureVector;
import org.heard.analytics.tagging.LinearModels;
import org.heard.analytics.tagging.Model;
import org.heard.analytics.tagging.Question;
import org.heard.analytics.tagging.Tagger;
import org.heard.analytics.tagging.Views;
import org.heard.benchmarks.machine.Pace;
import org.heard.benchmarks.report.Report;
import org.heard.benchmarks.report.Row;

/** One run: a cold start, then the tagger and its limit in turn. */
final class TagBenchmark {
  private static final int ROUNDS = 3;
  private static final double RATIO = 0.3;
  private static final double PER_SECOND = 5000;

  private final List<String> texts;
  private final Duration round;
  private final Report report;

  TagBenchmark(List<String> texts, Duration round, Report report) {
    this.texts = texts;
    this.round = round;
    this.report = report;
  }

  /** Against a linear model of so many terms and labels. */
  void run(int terms, int labels) {
    // First of all, before anything is warm: what a service waits for at its start.
    long start = System.nanoTime();
    Tagger tagger = Tagger.load();
    tags(tagger, texts.get(0));
    double startMillis = (System.nanoTime() - start) / 1e6;
    compare(tagger, terms, labels);
    report.add(Row.told("the tagger's start, cold", "%.0f ms".formatted(startMillis)));
    report.table();
  }

  private void compare(Tagger tagger, int terms, int labels) {
    LinearModel model = new LinearModel(texts, terms, labels);
    ToIntFunction<String> models = modelsAlone();
    Pace tagging = null;
    Pace linear = null;
    Pace alone = null;
    // Round 0 of each warms up; of the others the fastest counts.
    for (int i = 0; i <= ROUNDS; i++) {
      linear = Pace.faster(i < 2 ? null : linear, Pace.of(model::label, texts, round));
      tagging =
          Pace.faster(i < 2 ? null : tagging, Pace.of(text -> tags(tagger, text), texts, round));
      alone = Pace.faster(i < 2 ? null : alone, Pace.of(models, texts, round));
      report.step(
          "round %d: tagger %,.0f/s, its models alone %,.0f/s, linear model %,.0f/s"
              .formatted(i, tagging.perSecond(), alone.perSecond(), linear.perSecond()));
    }
    String limit =
        "TF-IDF + linear, %,d terms, %d labels: %,.0f/s, %,.0f bytes a comment"
            .formatted(terms, labels, linear.perSecond(), linear.bytes());
    String measured =
        "%,.0f/s, %,.0f bytes a comment".formatted(tagging.perSecond(), tagging.bytes());
    String what = "tagging, one thread (" + tagger.modelVersion() + ")";
    report.add(Row.ratio(what, measured, limit, tagging.perSecond() / linear.perSecond(), RATIO));
    boolean fast = tagging.perSecond() >= PER_SECOND;
    report.add(Row.absolute("the same", measured, ">= 5,000/s", fast));
    report.add(
        Row.told(
            "its models alone, if reading and judging cost nothing",
            "%,.0f/s: a ratio of %.2f"
                .formatted(alone.perSecond(), alone.perSecond() / linear.perSecond())));
  }

  /** The sums of the shipped models, of what was read beforehand: no tagger with them is faster. */
  private ToIntFunction<String> modelsAlone() {
    LinearModels models = Model.shipped().linear();
    CommentReader reader = CommentReader.load();
    Map<String, Views> read = new HashMap<>();
    for (String text : texts) {
      CommentText comment = new CommentText(Question.WHY, null, text);
      read.put(text, CommentReader.views(reader.read(comment)));
    }
    return text -> {
      Views views = read.get(text);
      int sums = models.whole().margins(views.whole()).length;
      sums += models.plain().margins(views.plain()).length;
      for (FeatureVector unit : views.units()) {
        sums += models.part().margins(unit).length;
      }
      return sums;
    };
  }

  private static int tags(Tagger tagger, String text) {
    return tagger.tag(new CommentText(Question.WHY, null, text)).tags().size();
  }
}

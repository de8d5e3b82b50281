package org.heard.analytics.training;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.heard.analytics.tagging.Evidence;
import org.heard.analytics.tagging.Labels;
import org.heard.analytics.tagging.Layer;
import org.heard.analytics.tagging.QdcLabel;
import org.heard.analytics.tagging.Specificity;
import org.heard.analytics.tagging.Tag;
import org.heard.analytics.tagging.TaggedComment;
import org.heard.analytics.tagging.Tagger;

/** Scores what a tagger says against what people said. */
final class Evaluation {

  /** A QDC label with fewer comments is left out of the mean over labels. */
  static final int LEAST_QDC = 10;

  private static final List<String> SEVERITIES = List.of("none", "low", "moderate", "serious");

  final Marks marks = new Marks();
  private final List<double[]> confidences = new ArrayList<>();
  private final Map<Ordinal, List<int[]>> ordinals = new EnumMap<>(Ordinal.class);
  private final Tally placed = new Tally();
  private final Tally specific = new Tally();
  private final Tally alerting = new Tally();
  private final Tally alertsFound = new Tally();

  private enum Ordinal {
    SENTIMENT,
    CRITICALITY,
    SEVERITY
  }

  /** How many of how many. */
  private static final class Tally {
    private int some;
    private int all;

    void add(boolean one) {
      some += one ? 1 : 0;
      all++;
    }

    double share() {
      return all == 0 ? 0 : (double) some / all;
    }
  }

  /**
   * One of the scores that are no F1.
   *
   * @param of how many it is taken from
   */
  record Measure(String name, double value, int of) {

    String line() {
      return String.format(Locale.ROOT, "%s: %.3f", name, value);
    }

    /** Of a Markdown table. */
    String row() {
      return String.format(Locale.ROOT, "| %s | %d | %.3f |", name, of, value);
    }
  }

  void add(Tagger tagger, LabelledComment comment) {
    add(comment, tagger.tag(comment.comment()));
  }

  void add(LabelledComment comment, TaggedComment said) {
    marks.add(comment, labels(said));
    alerting.add(!said.alerts().isEmpty());
    if (comment.annotation() != null) {
      annotated(comment.annotation(), said);
    }
    if (said.sentiment() != null) {
      pair(Ordinal.SENTIMENT, comment.sentiment(), said.sentiment());
      pair(Ordinal.CRITICALITY, comment.criticality(), said.criticality());
    }
  }

  /** What was said, as {@link Marks} has it. */
  static Set<String> labels(TaggedComment said) {
    Set<String> labels = new TreeSet<>();
    said.tags().forEach(tag -> labels.add(label(tag)));
    said.qdc().stream().map(QdcLabel::label).forEach(label -> labels.add(Labels.QDC + label));
    return labels;
  }

  private static String label(Tag tag) {
    return tag.polarity() == null ? tag.theme() : Labels.of(tag.theme(), tag.polarity());
  }

  private void pair(Ordinal ordinal, Integer wanted, int said) {
    if (wanted != null) {
      ordinals.computeIfAbsent(ordinal, o -> new ArrayList<>()).add(new int[] {wanted, said});
    }
  }

  private void annotated(LabelledComment.Annotation annotation, TaggedComment said) {
    for (Tag tag : said.tags()) {
      if (tag.layer() == Layer.COMPASSION && annotation.compassion() != null) {
        String label = label(tag);
        LabelledComment.Span span =
            annotation.tags().stream()
                .filter(each -> each.label().equals(label))
                .findFirst()
                .orElse(null);
        confidences.add(new double[] {tag.confidence(), span == null ? 0 : 1});
        if (span != null) {
          right(tag, span);
        }
      }
    }
    if (annotation.severity() != null) {
      pair(
          Ordinal.SEVERITY,
          SEVERITIES.indexOf(annotation.severity()),
          SEVERITIES.indexOf(said.severity().code()));
    }
    if (annotation.alert() != null) {
      alertsFound.add(!said.alerts().isEmpty());
    }
  }

  private void right(Tag tag, LabelledComment.Span span) {
    Evidence evidence = tag.evidence();
    placed.add(span.start() < evidence.end() && span.end() > evidence.start());
    if (span.specific() != null) {
      specific.add(span.specific() == (tag.specificity() == Specificity.SPECIFIC));
    }
  }

  /** The scores of everything but single compassion tags, one a line. */
  List<String> summary() {
    List<String> lines = new ArrayList<>();
    lines.add(line("pillars x polarity, micro-F1", marks.pillars));
    lines.add(line("practical x polarity, micro-F1", marks.practical));
    lines.add(line("general states, micro-F1", marks.general));
    lines.add(line("QDC labels, micro-F1", marks.qdc));
    measures().forEach(measure -> lines.add(measure.line()));
    return lines;
  }

  List<Measure> measures() {
    List<Measure> measures = new ArrayList<>();
    measures.add(
        new Measure(
            "QDC labels, macro-F1 of those with " + LEAST_QDC + " or more here",
            marks.qdc.macro(LEAST_QDC),
            marks.qdc.size()));
    measures.add(measure("evidence overlaps, share of right tags", placed));
    measures.add(measure("specificity, share of right tags", specific));
    measures.add(new Measure("expected calibration error", calibrationError(), confidences.size()));
    measures.add(new Measure("alerts, per 1,000 comments", 1000 * alerting.share(), alerting.all));
    measures.add(measure("alerts found, share of annotated", alertsFound));
    ordinals.forEach(
        (ordinal, pairs) -> {
          String name = ordinal.name().toLowerCase(Locale.ROOT);
          measures.add(
              new Measure(
                  name + ", mean absolute error", Agreement.meanError(pairs), pairs.size()));
          measures.add(
              new Measure(
                  name + ", quadratic weighted kappa", Agreement.kappa(pairs), pairs.size()));
        });
    return measures;
  }

  private static Measure measure(String name, Tally tally) {
    return new Measure(name, tally.share(), tally.all);
  }

  private static String line(String name, Outcomes outcomes) {
    Resampling.Interval f1 = outcomes.f1(label -> true);
    return String.format(
        Locale.ROOT, "%s: %.3f (%.3f to %.3f)", name, f1.score(), f1.low(), f1.high());
  }

  /** Mean distance of confidence and share of right tags, in ten bins of confidence. */
  private double calibrationError() {
    double[] sums = new double[10];
    for (double[] pair : confidences) {
      sums[(int) Math.min(9, pair[0] * 10)] += pair[0] - pair[1];
    }
    double error = 0;
    for (double sum : sums) {
      error += Math.abs(sum);
    }
    return confidences.isEmpty() ? 0 : error / confidences.size();
  }
}

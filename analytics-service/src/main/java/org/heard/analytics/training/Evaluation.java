package org.heard.analytics.training;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.heard.analytics.tagging.Evidence;
import org.heard.analytics.tagging.Labels;
import org.heard.analytics.tagging.Layer;
import org.heard.analytics.tagging.Polarity;
import org.heard.analytics.tagging.QdcLabel;
import org.heard.analytics.tagging.Specificity;
import org.heard.analytics.tagging.Tag;
import org.heard.analytics.tagging.TaggedComment;
import org.heard.analytics.tagging.Tagger;
import org.heard.analytics.tagging.Themes;

/** Scores what a tagger says against what people said. */
final class Evaluation {

  /** Coders' words for "we could not say": no label of ours to be right or wrong about. */
  private static final List<String> UNSCORED = List.of("Labelling not possible", "Not assigned");

  final Map<String, Count> tags = new TreeMap<>();
  final Map<String, Count> practical = new TreeMap<>();
  final Map<String, Count> general = new TreeMap<>();
  final Map<String, Count> qdc = new TreeMap<>();
  final Map<String, Count> bySource = new TreeMap<>();
  final List<byte[]> outcomes = new ArrayList<>();
  final List<byte[]> pillarOutcomes = new ArrayList<>();
  final List<byte[]> qdcOutcomes = new ArrayList<>();
  final List<String> sources = new ArrayList<>();
  final List<double[]> confidences = new ArrayList<>();
  final Map<Ordinal, List<int[]>> ordinals = new EnumMap<>(Ordinal.class);
  int placed;
  int misplaced;
  int specificRight;
  int specificWrong;

  enum Ordinal {
    SENTIMENT,
    CRITICALITY,
    SEVERITY
  }

  void add(Tagger tagger, LabelledComment comment) {
    TaggedComment said = tagger.tag(comment.comment());
    if (comment.annotation() != null) {
      annotated(comment, said);
    }
    if (comment.qdc() != null) {
      labels(comment, said);
    }
    if (said.sentiment() != null) {
      pair(Ordinal.SENTIMENT, comment.sentiment(), said.sentiment());
      pair(Ordinal.CRITICALITY, comment.criticality(), said.criticality());
    }
  }

  private void pair(Ordinal ordinal, Integer wanted, int said) {
    if (wanted != null) {
      ordinals.computeIfAbsent(ordinal, o -> new ArrayList<>()).add(new int[] {wanted, said});
    }
  }

  private void annotated(LabelledComment comment, TaggedComment said) {
    List<LabelledComment.Span> wanted = comment.annotation().tags();
    outcomes.add(outcome(wanted, said));
    sources.add(comment.source());
    for (Themes.Theme theme : Themes.all()) {
      switch (theme.layer()) {
        case COMPASSION -> {
          tag(comment, said, theme, Polarity.PRESENT);
          tag(comment, said, theme, Polarity.ABSENT);
        }
        case PRACTICAL -> {
          count(practical, theme, Polarity.POSITIVE, wanted, said);
          count(practical, theme, Polarity.NEGATIVE, wanted, said);
        }
        default ->
            general
                .computeIfAbsent(theme.code(), code -> new Count())
                .add(
                    comment.annotation().general().contains(theme.code()),
                    said.tags().stream().anyMatch(tag -> tag.theme().equals(theme.code())));
      }
    }
    pillars(wanted, said);
    ordinals
        .computeIfAbsent(Ordinal.SEVERITY, o -> new ArrayList<>())
        .add(
            new int[] {
              severity(comment.annotation().severity()), severity(said.severity().code())
            });
  }

  private static byte[] outcome(List<LabelledComment.Span> wanted, TaggedComment said) {
    List<String> labels = Report.labels();
    byte[] row = new byte[labels.size()];
    for (int i = 0; i < row.length; i++) {
      String label = labels.get(i);
      row[i] =
          Resampling.outcome(
              wanted.stream().anyMatch(tag -> tag.label().equals(label)),
              said.tags().stream()
                  .filter(tag -> tag.layer() == Layer.COMPASSION)
                  .anyMatch(tag -> Labels.of(tag.theme(), tag.polarity()).equals(label)));
    }
    return row;
  }

  private static int severity(String code) {
    return List.of("none", "low", "moderate", "serious").indexOf(code);
  }

  private void tag(
      LabelledComment comment, TaggedComment said, Themes.Theme theme, Polarity polarity) {
    String label = Labels.of(theme.code(), polarity);
    boolean wanted =
        comment.annotation().tags().stream().anyMatch(tag -> tag.label().equals(label));
    Tag found = find(said, theme, polarity);
    tags.computeIfAbsent(label, l -> new Count()).add(wanted, found != null);
    bySource.computeIfAbsent(comment.source(), source -> new Count()).add(wanted, found != null);
    if (found != null) {
      confidences.add(new double[] {found.confidence(), wanted ? 1 : 0});
      if (wanted) {
        evidence(label, comment, found);
      }
    }
  }

  private void evidence(String label, LabelledComment comment, Tag found) {
    Evidence evidence = found.evidence();
    for (LabelledComment.Span span : comment.annotation().tags()) {
      if (span.label().equals(label)) {
        if (span.start() < evidence.end() && span.end() > evidence.start()) {
          placed++;
        } else {
          misplaced++;
        }
        if (span.specific() != null) {
          boolean same = span.specific() == (found.specificity() == Specificity.SPECIFIC);
          specificRight += same ? 1 : 0;
          specificWrong += same ? 0 : 1;
        }
        return;
      }
    }
  }

  private static Tag find(TaggedComment said, Themes.Theme theme, Polarity polarity) {
    return said.tags().stream()
        .filter(tag -> tag.theme().equals(theme.code()) && tag.polarity() == polarity)
        .findFirst()
        .orElse(null);
  }

  private static void count(
      Map<String, Count> counts,
      Themes.Theme theme,
      Polarity polarity,
      List<LabelledComment.Span> wanted,
      TaggedComment said) {
    String label = Labels.of(theme.code(), polarity);
    counts
        .computeIfAbsent(label, l -> new Count())
        .add(
            wanted.stream().anyMatch(tag -> tag.label().equals(label)),
            find(said, theme, polarity) != null);
  }

  private void pillars(List<LabelledComment.Span> wanted, TaggedComment said) {
    List<String> names = Themes.compassion().stream().map(Themes.Theme::pillar).distinct().toList();
    byte[] row = new byte[2 * names.size()];
    for (int i = 0; i < row.length; i++) {
      String pillar = names.get(i / 2);
      Polarity polarity = i % 2 == 0 ? Polarity.PRESENT : Polarity.ABSENT;
      row[i] = Resampling.outcome(wanted(pillar, polarity, wanted), said(pillar, polarity, said));
    }
    pillarOutcomes.add(row);
  }

  private static boolean wanted(
      String pillar, Polarity polarity, List<LabelledComment.Span> wanted) {
    return Themes.compassion().stream()
        .filter(theme -> theme.pillar().equals(pillar))
        .map(theme -> Labels.of(theme.code(), polarity))
        .anyMatch(label -> wanted.stream().anyMatch(tag -> tag.label().equals(label)));
  }

  private static boolean said(String pillar, Polarity polarity, TaggedComment said) {
    return said.tags().stream()
        .filter(tag -> tag.layer() == Layer.COMPASSION && tag.polarity() == polarity)
        .anyMatch(tag -> Themes.of(tag.theme()).orElseThrow().pillar().equals(pillar));
  }

  private void labels(LabelledComment comment, TaggedComment said) {
    List<String> names = said.qdc().stream().map(QdcLabel::label).toList();
    List<String> all = new ArrayList<>(comment.qdc());
    all.addAll(names);
    all.removeAll(UNSCORED);
    List<String> labels = all.stream().distinct().toList();
    byte[] row = new byte[labels.size()];
    for (int i = 0; i < row.length; i++) {
      String label = labels.get(i);
      boolean wanted = comment.qdc().contains(label);
      row[i] = Resampling.outcome(wanted, names.contains(label));
      qdc.computeIfAbsent(label, l -> new Count()).add(wanted, names.contains(label));
    }
    qdcOutcomes.add(row);
  }

  /** The scores of everything but single compassion tags, one a line. */
  List<String> summary() {
    List<String> lines = new ArrayList<>();
    lines.add(line("pillars x polarity, micro-F1", pillarOutcomes));
    lines.add(line("practical x polarity, micro-F1", sum(practical).f1()));
    lines.add(line("general states, micro-F1", sum(general).f1()));
    lines.add(line("QDC labels, micro-F1", qdcOutcomes));
    lines.add(line("QDC labels, macro-F1 of those with 10 or more here", macro(qdc, 10)));
    lines.add(line("evidence overlaps, share of right tags", share(placed, misplaced)));
    lines.add(line("specificity, share of right tags", share(specificRight, specificWrong)));
    lines.add(line("expected calibration error", calibrationError()));
    ordinals.forEach(
        (ordinal, pairs) -> {
          String name = ordinal.name().toLowerCase(Locale.ROOT);
          lines.add(line(name + ", mean absolute error", Agreement.meanError(pairs)));
          lines.add(line(name + ", quadratic weighted kappa", Agreement.kappa(pairs)));
        });
    return lines;
  }

  private static String line(String name, List<byte[]> rows) {
    Resampling.Interval f1 = Resampling.f1(rows, label -> true);
    return String.format(
        Locale.ROOT, "%s: %.3f (%.3f to %.3f)", name, f1.score(), f1.low(), f1.high());
  }

  private static String line(String name, double value) {
    return String.format(Locale.ROOT, "%s: %.3f", name, value);
  }

  private static double share(int some, int others) {
    return some + others == 0 ? 0 : (double) some / (some + others);
  }

  private static Count sum(Map<String, Count> counts) {
    Count sum = new Count();
    counts.values().forEach(sum::add);
    return sum;
  }

  /** Mean F1 of the labels with at least so many examples among the comments that are scored. */
  static double macro(Map<String, Count> counts, int least) {
    return counts.values().stream()
        .filter(count -> count.wanted() >= least)
        .mapToDouble(Count::f1)
        .average()
        .orElse(0);
  }

  /** Mean distance of confidence and share of right tags, in ten bins of confidence. */
  double calibrationError() {
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

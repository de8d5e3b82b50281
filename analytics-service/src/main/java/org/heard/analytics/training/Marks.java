package org.heard.analytics.training;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.heard.analytics.tagging.Labels;
import org.heard.analytics.tagging.Polarity;
import org.heard.analytics.tagging.Themes;

/**
 * Right and wrong labels of comments, layer by layer, whoever says them: {@code theme:polarity},
 * the codes of general states, and {@link Labels#QDC} with a name.
 */
final class Marks {

  /** Coders' words for "we could not say": no label of ours to be right or wrong about. */
  private static final List<String> UNSCORED = List.of("Labelling not possible", "Not assigned");

  private static final List<String> ALL = Labels.tags();
  private static final int COMPASSION = 2 * Themes.compassion().size();

  final Outcomes tags = Outcomes.of(ALL.subList(0, COMPASSION));
  final Outcomes pillars = Outcomes.of(pillarLabels());
  final Outcomes practical = Outcomes.of(ALL.subList(COMPASSION, ALL.size()));
  final Outcomes general = Outcomes.of(Themes.general().stream().map(Themes.Theme::code).toList());
  final Outcomes qdc = Outcomes.ofAny();

  /** Whether a label is one of polarity absent. */
  static boolean absent(String label) {
    return label.endsWith(":" + Polarity.ABSENT.code());
  }

  void add(LabelledComment comment, Set<String> said) {
    if (comment.annotation() != null) {
      annotated(comment.annotation(), said, comment.source());
    }
    if (comment.qdc() != null) {
      qdc.add(scored(comment.qdc()), scored(qdcNames(said)), comment.source());
    }
  }

  /** One labelling against another, as far as both say something. */
  void add(LabelledComment comment, LabelledComment other) {
    if (comment.annotation() != null && other.annotation() != null) {
      annotated(comment.annotation(), labels(other.annotation()), comment.source());
    }
    if (comment.qdc() != null && other.qdc() != null) {
      qdc.add(scored(comment.qdc()), scored(other.qdc()), comment.source());
    }
  }

  private void annotated(LabelledComment.Annotation annotation, Set<String> said, String source) {
    Set<String> wanted = labels(annotation);
    if (annotation.compassion() != null) {
      tags.add(wanted, said, source);
      pillars.add(pillars(wanted), pillars(said), source);
    }
    if (annotation.practical() != null) {
      practical.add(wanted, said, source);
    }
    if (annotation.general() != null) {
      general.add(annotation.general(), said, source);
    }
  }

  private static Set<String> labels(LabelledComment.Annotation annotation) {
    Set<String> labels =
        annotation.tags().stream().map(LabelledComment.Span::label).collect(Collectors.toSet());
    if (annotation.general() != null) {
      labels.addAll(annotation.general());
    }
    return labels;
  }

  private static Set<String> qdcNames(Set<String> said) {
    return said.stream()
        .filter(label -> label.startsWith(Labels.QDC))
        .map(label -> label.substring(Labels.QDC.length()))
        .collect(Collectors.toSet());
  }

  private static Set<String> scored(Collection<String> names) {
    Set<String> scored = new TreeSet<>(names);
    UNSCORED.forEach(scored::remove);
    return scored;
  }

  /** Whether a QDC label, with its beginning, says something of care. */
  static boolean isScored(String label) {
    return !UNSCORED.contains(label.substring(Labels.QDC.length()));
  }

  private static Set<String> pillars(Set<String> labels) {
    Set<String> pillars = new TreeSet<>();
    for (Themes.Theme theme : Themes.compassion()) {
      for (Polarity polarity : List.of(Polarity.PRESENT, Polarity.ABSENT)) {
        if (labels.contains(Labels.of(theme.code(), polarity))) {
          pillars.add(Labels.of(theme.pillar(), polarity));
        }
      }
    }
    return pillars;
  }

  private static List<String> pillarLabels() {
    List<String> labels = new ArrayList<>();
    for (String pillar :
        Themes.compassion().stream().map(Themes.Theme::pillar).distinct().toList()) {
      labels.add(Labels.of(pillar, Polarity.PRESENT));
      labels.add(Labels.of(pillar, Polarity.ABSENT));
    }
    return labels;
  }
}

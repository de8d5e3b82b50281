package org.heard.analytics.training;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heard.analytics.tagging.Evidence;
import org.heard.analytics.tagging.Labels;
import org.heard.analytics.tagging.Polarity;
import org.heard.analytics.tagging.Severity;
import org.heard.analytics.tagging.Themes;

/** What should be said about a comment and its units: 1 yes, -1 no, 0 not known. */
final class Targets {

  private static final byte YES = 1;
  private static final byte NO = -1;

  private final List<String> labels;
  private final Map<String, Integer> unitPlaces = new HashMap<>();

  Targets(List<String> labels, List<String> unitLabels) {
    this.labels = labels;
    unitLabels.forEach(label -> unitPlaces.put(label, unitPlaces.size()));
  }

  byte[] ofComment(LabelledComment comment) {
    byte[] targets = new byte[labels.size()];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = target(labels.get(i), comment);
    }
    return targets;
  }

  private static byte target(String label, LabelledComment comment) {
    if (label.startsWith(Labels.QDC)) {
      String name = label.substring(Labels.QDC.length());
      return comment.qdc() == null ? 0 : yes(comment.qdc().contains(name));
    }
    if (label.startsWith(Labels.SENTIMENT)) {
      return reached(comment.sentiment(), label);
    }
    if (label.startsWith(Labels.CRITICALITY)) {
      return reached(comment.criticality(), label);
    }
    return comment.annotation() == null ? 0 : annotated(label, comment.annotation());
  }

  private static byte reached(Integer value, String label) {
    int step = Integer.parseInt(label.substring(label.indexOf(':') + 1));
    return value == null ? 0 : yes(value >= step);
  }

  private static byte annotated(String label, LabelledComment.Annotation annotation) {
    if (label.startsWith(Labels.SEVERITY)) {
      int step = severity(label.substring(Labels.SEVERITY.length()));
      return annotation.severity() == null ? 0 : yes(severity(annotation.severity()) >= step);
    }
    if (label.indexOf(':') < 0) {
      return annotation.general() == null ? 0 : yes(annotation.general().contains(label));
    }
    List<LabelledComment.Span> tags = layer(label, annotation);
    return tags == null ? 0 : yes(tags.stream().anyMatch(tag -> tag.label().equals(label)));
  }

  /** The tags among which such a label would stand; null where nobody was asked for them. */
  private static List<LabelledComment.Span> layer(
      String label, LabelledComment.Annotation annotation) {
    return isCompassion(label) ? annotation.compassion() : annotation.practical();
  }

  private static boolean isCompassion(String label) {
    return Themes.compassion().stream().anyMatch(theme -> belongs(label, theme));
  }

  private static boolean isPractical(String label) {
    return Themes.practical().stream().anyMatch(theme -> belongs(label, theme));
  }

  /** A label is a theme's with a polarity, or of a unit without one. */
  private static boolean belongs(String label, Themes.Theme theme) {
    return label.equals(theme.code()) || label.startsWith(theme.code() + ":");
  }

  private static int severity(String code) {
    return (int)
        Arrays.stream(Severity.values())
            .takeWhile(severity -> !severity.code().equals(code))
            .count();
  }

  private static byte yes(boolean holds) {
    return holds ? YES : NO;
  }

  /** A unit says what the evidence says that it shares a character with. */
  byte[] ofUnit(LabelledComment.Annotation annotation, Evidence unit) {
    byte[] targets = new byte[unitPlaces.size()];
    Arrays.fill(targets, NO);
    targets[unitPlaces.get(Labels.NEGATIVE)] = 0;
    targets[unitPlaces.get(Labels.SPECIFIC)] = 0;
    unitPlaces.forEach(
        (label, place) -> {
          boolean asked =
              isCompassion(label)
                  ? annotation.compassion() != null
                  : !isPractical(label) || annotation.practical() != null;
          targets[place] = asked ? targets[place] : 0;
        });
    for (LabelledComment.Span tag : annotation.tags()) {
      if (tag.start() < unit.end() && tag.end() > unit.start()) {
        mark(tag, targets);
      }
    }
    return targets;
  }

  private void mark(LabelledComment.Span tag, byte[] targets) {
    set(tag.label(), YES, targets);
    String theme = tag.label().substring(0, tag.label().indexOf(':'));
    if (Themes.of(theme).isPresent()) {
      set(theme, YES, targets);
    }
    if (tag.specific() != null) {
      set(Labels.SPECIFIC, yes(tag.specific()), targets);
    }
    if (!tag.label().equals(Labels.of(theme, Polarity.NEUTRAL))) {
      boolean negative =
          tag.label().equals(Labels.of(theme, Polarity.ABSENT))
              || tag.label().equals(Labels.of(theme, Polarity.NEGATIVE));
      set(Labels.NEGATIVE, yes(negative), targets);
    }
  }

  private void set(String label, byte target, byte[] targets) {
    Integer place = unitPlaces.get(label);
    if (place != null) {
      targets[place] = target;
    }
  }
}

package org.heard.analytics.tagging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The names of what a model decides, about a whole comment and about each of its units. */
public final class Labels {

  /** Beginning of the labels that are QDC labels; the label's own name follows. */
  public static final String QDC = "qdc:";

  /** "sentiment:3" says that the sentiment is 3 or more. */
  public static final String SENTIMENT = "sentiment:";

  /** "criticality:-2" says that the criticality is -2 or more. */
  public static final String CRITICALITY = "criticality:";

  /** "severity:moderate" says that the severity is moderate or worse. */
  public static final String SEVERITY = "severity:";

  /** Of a unit: whatever it is about, it speaks of something missing or bad. */
  public static final String NEGATIVE = "negative";

  /** Of a unit: it describes what was done or happened. */
  public static final String SPECIFIC = "specific";

  static final int LEAST_CRITICALITY = -5;
  static final int MOST_CRITICALITY = 5;
  static final int MOST_SENTIMENT = 5;

  private Labels() {}

  /** The label of a theme in a polarity. */
  public static String of(String theme, Polarity polarity) {
    return theme + ":" + polarity.code();
  }

  /** The labels of all themes of the compassion and practical layers in their two polarities. */
  public static List<String> tags() {
    List<String> tags = new ArrayList<>();
    for (Themes.Theme theme : Themes.compassion()) {
      tags.add(of(theme.code(), Polarity.PRESENT));
      tags.add(of(theme.code(), Polarity.ABSENT));
    }
    for (Themes.Theme theme : Themes.practical()) {
      tags.add(of(theme.code(), Polarity.POSITIVE));
      tags.add(of(theme.code(), Polarity.NEGATIVE));
    }
    return tags;
  }

  /** What is decided about a comment, given the QDC labels there are examples of. */
  public static List<String> ofComment(Collection<String> qdc) {
    List<String> labels = new ArrayList<>(tags());
    Themes.general().forEach(theme -> labels.add(theme.code()));
    qdc.forEach(label -> labels.add(QDC + label));
    for (int i = 2; i <= MOST_SENTIMENT; i++) {
      labels.add(SENTIMENT + i);
    }
    for (int i = LEAST_CRITICALITY + 1; i <= MOST_CRITICALITY; i++) {
      labels.add(CRITICALITY + i);
    }
    for (Severity severity : Severity.values()) {
      if (severity != Severity.NONE) {
        labels.add(SEVERITY + severity.code());
      }
    }
    return labels;
  }

  /** Those of them that are QDC labels, in their order. */
  public static List<String> qdc(List<String> labels) {
    return labels.stream().filter(label -> label.startsWith(QDC)).toList();
  }

  /** What is decided about a unit: tags, themes of whatever polarity, and what kind it is. */
  public static List<String> ofUnit() {
    List<String> labels = new ArrayList<>(tags());
    Themes.compassion().forEach(theme -> labels.add(theme.code()));
    Themes.practical().forEach(theme -> labels.add(theme.code()));
    labels.add(NEGATIVE);
    labels.add(SPECIFIC);
    return labels;
  }
}

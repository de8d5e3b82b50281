package org.heard.analytics.tagging;

import java.util.ArrayList;
import java.util.List;

/** The labels of the public QDC framework, version 6. */
final class QdcLabels {

  private static final double STATE_CONFIDENCE = 0.9;

  private QdcLabels() {}

  /** What the model says: none where it knows no label, "Not assigned" only where it says so. */
  static List<QdcLabel> of(List<String> labels, Opinion opinion) {
    List<QdcLabel> list = new ArrayList<>();
    for (String label : labels) {
      if (label.startsWith(Labels.QDC) && opinion.says(label)) {
        String name = label.substring(Labels.QDC.length());
        list.add(new QdcLabel(name, opinion.probability(label)));
      }
    }
    return list;
  }

  /** What coders give a comment that says nothing they could read. */
  static List<QdcLabel> ofState(String state) {
    return state.equals(Themes.NO_CONTENT)
        ? List.of(new QdcLabel("Labelling not possible", STATE_CONFIDENCE))
        : List.of();
  }
}

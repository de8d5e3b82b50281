package org.heard.feedback.page;

import java.util.List;
import java.util.Map;

/** One of several answers on a page. */
public record Choice(String value, String label, boolean chosen) {
  /** The six answers of the Friends and Family Test since April 2020, in NHS England's order. */
  private static final List<Map.Entry<String, String>> RATINGS =
      List.of(
          Map.entry("1", "Very good"),
          Map.entry("2", "Good"),
          Map.entry("3", "Neither good nor poor"),
          Map.entry("4", "Poor"),
          Map.entry("5", "Very poor"),
          Map.entry("6", "Don't know"));

  private static final List<Map.Entry<String, String>> RESPONDENTS =
      List.of(
          Map.entry("patient", "I am or was the patient"),
          Map.entry("carer", "I am a relative, friend or carer"),
          Map.entry("child", "I am a child or a young person"),
          Map.entry("with-staff-help", "A member of staff helps me to answer"));

  private static final List<Map.Entry<String, String>> PAPER_MODES =
      List.of(
          Map.entry("paper-discharge", "Here, before or when they left"),
          Map.entry("paper-home", "At home"));

  static List<Choice> ratings(String chosen) {
    return of(RATINGS, chosen);
  }

  static List<Choice> respondents(String chosen) {
    return of(RESPONDENTS, chosen);
  }

  static List<Choice> paperModes(String chosen) {
    return of(PAPER_MODES, chosen);
  }

  private static List<Choice> of(List<Map.Entry<String, String>> all, String chosen) {
    return all.stream()
        .map(each -> new Choice(each.getKey(), each.getValue(), each.getKey().equals(chosen)))
        .toList();
  }
}

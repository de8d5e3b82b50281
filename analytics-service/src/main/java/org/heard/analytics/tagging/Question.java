package org.heard.analytics.tagging;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The question a comment answers: what was good, what could be improved, why this score. */
public enum Question {
  GOOD,
  IMPROVE,
  WHY;

  /** The lower-case code used on the wire. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The question of a wire code; empty for null or any other text. */
  public static Optional<Question> of(String code) {
    return Arrays.stream(values()).filter(question -> question.code().equals(code)).findFirst();
  }
}

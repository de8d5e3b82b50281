package org.heard.analytics.tagging;

import java.util.Locale;

/** Compassion themes are present or absent; practical themes positive, negative or neutral. */
public enum Polarity {
  PRESENT,
  ABSENT,
  POSITIVE,
  NEGATIVE,
  NEUTRAL;

  private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The lower-case hyphenated code used on the wire. */
  public String code() {
    return code;
  }
}

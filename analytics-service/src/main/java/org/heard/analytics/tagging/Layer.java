package org.heard.analytics.tagging;

import java.util.Locale;

/** What kind of statement a tag makes: taxonomy parts 2.2 (compassion) and 2.4 (the rest). */
public enum Layer {
  COMPASSION,
  PRACTICAL,
  GENERAL;

  private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The lower-case hyphenated code used on the wire. */
  public String code() {
    return code;
  }
}

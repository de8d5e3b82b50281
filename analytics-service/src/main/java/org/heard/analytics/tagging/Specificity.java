package org.heard.analytics.tagging;

import java.util.Locale;

/** Whether a theme is named by an adjective only or a behaviour or event is described. */
public enum Specificity {
  GENERIC,
  SPECIFIC;

  private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The lower-case hyphenated code used on the wire. */
  public String code() {
    return code;
  }
}

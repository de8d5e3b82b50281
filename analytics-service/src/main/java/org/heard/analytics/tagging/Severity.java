package org.heard.analytics.tagging;

import java.util.Locale;

/** How bad the worst statement of a comment is; NONE where nothing went wrong. */
public enum Severity {
  NONE,
  LOW,
  MODERATE,
  SERIOUS;

  private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The lower-case hyphenated code used on the wire. */
  public String code() {
    return code;
  }
}

package org.heard.analytics.tagging;

import java.util.Locale;

/**
 * What a person has to look at. The order is that of the published closed list and decides which
 * category of a comment comes first.
 */
public enum AlertCategory {
  SELF_HARM,
  ABUSE_OR_SAFETY,
  NEGLECT,
  FALL_OR_MEDICATION_ERROR,
  DISCRIMINATION,
  BEREAVEMENT,
  COMPLAINT_OR_LEGAL,
  STAFF_DISTRESS,
  STAFF_THREAT;

  private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The lower-case hyphenated code used on the wire. */
  public String code() {
    return code;
  }

  /**
   * The category of a code.
   *
   * @throws IllegalArgumentException where there is none
   */
  public static AlertCategory of(String code) {
    return valueOf(code.replace('-', '_').toUpperCase(Locale.ROOT));
  }
}

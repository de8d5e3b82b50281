package org.heard.analytics.tagging;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

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

  /** What may be shown while its alert is open; all others wait for a person. */
  private static final Set<AlertCategory> SHOWN =
      EnumSet.of(FALL_OR_MEDICATION_ERROR, BEREAVEMENT, COMPLAINT_OR_LEGAL);

  private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The lower-case hyphenated code used on the wire. */
  public String code() {
    return code;
  }

  /** Whether its comment is withheld from everybody outside its lane until it is released. */
  public boolean holdsBack() {
    return !SHOWN.contains(this);
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

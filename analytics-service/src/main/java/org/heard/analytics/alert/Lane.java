package org.heard.analytics.alert;

import java.util.Locale;
import org.heard.analytics.tagging.AlertCategory;

/** Who handles which alerts, unless a trust says otherwise, which it cannot yet. */
enum Lane {
  MENTAL_HEALTH,
  SAFEGUARDING,
  PATIENT_SAFETY,
  EQUALITY,
  PALS,
  SPEAK_UP,
  SECURITY;

  /** As it stands in a token's claim {@code lanes}. */
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The lane of a category; each has one. */
  static Lane of(AlertCategory category) {
    return switch (category) {
      case SELF_HARM -> MENTAL_HEALTH;
      case ABUSE_OR_SAFETY, NEGLECT -> SAFEGUARDING;
      case FALL_OR_MEDICATION_ERROR -> PATIENT_SAFETY;
      case DISCRIMINATION -> EQUALITY;
      case BEREAVEMENT, COMPLAINT_OR_LEGAL -> PALS;
      case STAFF_DISTRESS -> SPEAK_UP;
      case STAFF_THREAT -> SECURITY;
    };
  }
}

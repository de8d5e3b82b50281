package org.heard.local.identity;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The closed list of roles a person, or the intranet, may have. */
public enum Role {
  WARD_LEADER,
  QUALITY_ANALYST,
  INTRANET,
  ALERT_HANDLER,
  INFORMATION_GOVERNANCE,
  ADMIN;

  /** All lanes that alerts are sorted into. */
  public static final List<String> LANES =
      List.of(
          "mental-health",
          "safeguarding",
          "patient-safety",
          "equality",
          "pals",
          "speak-up",
          "security");

  /** The role's name in a token: {@code ward-leader}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static List<String> codes() {
    return Stream.of(values()).map(Role::code).toList();
  }
}

package org.heard.gateway.access;

import java.util.List;

/** The closed list of roles; any other entry of the claim {@code groups} counts for nothing. */
public final class Roles {
  public static final String WARD_LEADER = "ward-leader";
  public static final String QUALITY_ANALYST = "quality-analyst";
  public static final String INTRANET = "intranet";
  public static final String ALERT_HANDLER = "alert-handler";
  public static final String INFORMATION_GOVERNANCE = "information-governance";
  public static final String ADMIN = "admin";

  static final List<String> ALL =
      List.of(WARD_LEADER, QUALITY_ANALYST, INTRANET, ALERT_HANDLER, INFORMATION_GOVERNANCE, ADMIN);

  private Roles() {}
}

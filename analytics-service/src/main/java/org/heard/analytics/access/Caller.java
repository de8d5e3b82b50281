package org.heard.analytics.access;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * The person for whom the gateway asks.
 *
 * @param subject who it is, as the identity provider names them
 * @param roles of the person's token
 * @param organisations ids; nothing outside them exists for the caller
 * @param units ids of wards, divisions or sites that a ward leader leads
 * @param lanes codes of those whose alerts the person handles
 */
public record Caller(
    String subject,
    Set<String> roles,
    List<String> organisations,
    List<String> units,
    List<String> lanes) {

  /** The header that carries the person's own token, bare. */
  public static final String HEADER = "Heard-Caller";

  private static final String LEADER = "ward-leader";

  public Caller {
    roles = Set.copyOf(roles);
    organisations = List.copyOf(organisations);
    units = List.copyOf(units);
    lanes = List.copyOf(lanes);
  }

  /** The units that this person leads; none without the role. */
  public List<String> led() {
    return roles.contains(LEADER) ? units : List.of();
  }

  /** Whether this person leads a ward that lies there. */
  public boolean leads(String ward, String site, Collection<String> divisions) {
    List<String> led = led();
    return led.contains(ward) || led.contains(site) || !Collections.disjoint(led, divisions);
  }
}

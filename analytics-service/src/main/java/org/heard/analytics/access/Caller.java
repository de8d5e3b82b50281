package org.heard.analytics.access;

import java.util.List;
import java.util.Set;

/**
 * The person for whom the gateway asks.
 *
 * @param subject who it is, as the identity provider names them
 * @param roles of the person's token
 * @param organisations ids; nothing outside them exists for the caller
 * @param lanes codes of those whose alerts the person handles
 */
public record Caller(
    String subject, Set<String> roles, List<String> organisations, List<String> lanes) {

  /** The header that carries the person's own token, bare. */
  public static final String HEADER = "Heard-Caller";

  public Caller {
    roles = Set.copyOf(roles);
    organisations = List.copyOf(organisations);
    lanes = List.copyOf(lanes);
  }
}

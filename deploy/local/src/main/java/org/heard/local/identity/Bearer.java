package org.heard.local.identity;

import java.util.List;

/**
 * What a token says about its bearer.
 *
 * @param role its only role
 * @param organisations ids; nothing outside them exists for the bearer
 * @param units ids of wards, divisions or sites
 * @param lanes alert lanes
 */
public record Bearer(
    Role role, List<String> organisations, List<String> units, List<String> lanes) {

  /** An admin of one organisation. */
  public static Bearer admin(String organisation) {
    return new Bearer(Role.ADMIN, List.of(organisation), List.of(), List.of());
  }
}

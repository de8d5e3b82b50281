package org.heard.gateway.access;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/**
 * Who asks, and how far the token reaches. Several roles reach as far as each of them does.
 *
 * @param name the user name, for the caller's own eyes
 * @param roles of the closed list only
 * @param organisations ids; nothing outside them exists for this caller
 * @param units ids of wards, divisions or sites that a ward leader leads
 * @param lanes alert lanes that an alert handler works in
 */
public record Caller(
    String name,
    Set<String> roles,
    Set<String> organisations,
    Set<String> units,
    Set<String> lanes) {

  /** Whether insights and comments of a ward that lies there may be read. */
  public boolean mayRead(
      String ward, String site, Collection<String> divisions, String organisation) {
    return (readsWholeOrganisations() && organisations.contains(organisation))
        || mayLead(ward, site, divisions, organisation);
  }

  /** Whether a ward that lies there is among those that this caller leads. */
  public boolean mayLead(
      String ward, String site, Collection<String> divisions, String organisation) {
    return leads()
        && organisations.contains(organisation)
        && (units.contains(ward) || units.contains(site) || leadsOneOf(divisions));
  }

  /** Whether this is a ward leader who has no role that reads or decides beyond the own units. */
  public boolean readsOnlyOwnUnits() {
    return leads() && !readsWholeOrganisations() && !roles.contains(Roles.ADMIN);
  }

  /**
   * The units a list of wards must be narrowed to; empty means no narrowing inside the caller's
   * organisations, an empty set means that there is nothing to see.
   */
  public Optional<Set<String>> unitsToListWithin() {
    if (organisations.isEmpty()) {
      return Optional.of(Set.of());
    }
    return readsWholeOrganisations() ? Optional.empty() : Optional.of(leads() ? units : Set.of());
  }

  private boolean readsWholeOrganisations() {
    return roles.contains(Roles.QUALITY_ANALYST);
  }

  private boolean leads() {
    return roles.contains(Roles.WARD_LEADER);
  }

  private boolean leadsOneOf(Collection<String> divisions) {
    return !Collections.disjoint(units, divisions);
  }
}

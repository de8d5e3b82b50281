package org.heard.gateway.insight;

import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.heard.gateway.access.CurrentCaller;
import org.heard.gateway.upstream.Analytics;
import org.heard.gateway.upstream.WardPage;

/** Lets a request for a ward pass only within the caller's reach; every other ward is unknown. */
@Singleton
public class WardReach {
  // Ids are made by the directory. Nothing else is sent on, so no id can bend the upstream path.
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private final CurrentCaller caller;
  private final Analytics analytics;

  WardReach(CurrentCaller caller, Analytics analytics) {
    this.caller = caller;
    this.analytics = analytics;
  }

  /**
   * The ward's id, proven to exist and to be within reach.
   *
   * @throws org.heard.gateway.problem.ProblemException UNKNOWN_WARD, byte for byte the same whether
   *     the ward is out of reach or does not exist
   */
  public String require(String ward) {
    return reach(ward).id();
  }

  /** The same for what only the ward's leaders do, whatever wider role the caller has beside it. */
  public String requireLed(String ward) {
    WardPage.Ward found = reach(ward);
    if (!caller
        .get()
        .mayLead(found.id(), found.siteId(), found.divisionIds(), found.organisationId())) {
      throw Analytics.unknownWard();
    }
    return found.id();
  }

  /** The same, with where the ward lies. */
  WardPage.Ward reach(String ward) {
    if (!ID.matcher(ward).matches()) {
      throw Analytics.unknownWard();
    }
    return analytics
        .ward(caller.rawToken(), ward)
        .filter(found -> found.id().equals(ward) && mayRead(found))
        .orElseThrow(Analytics::unknownWard);
  }

  /**
   * The organisation's id, proven to be one of the caller's.
   *
   * @throws org.heard.gateway.problem.ProblemException UNKNOWN_ORGANISATION, the same whether it
   *     exists or not
   */
  String requireOrganisation(String organisation) {
    if (!ID.matcher(organisation).matches()
        || !caller.get().organisations().contains(organisation)) {
      throw Analytics.unknownOrganisation();
    }
    return organisation;
  }

  /** Whether the caller is the ward's own leader and reads nothing wider. */
  boolean isLed(WardPage.Ward ward) {
    return caller.get().readsOnlyOwnUnits() && mayRead(ward);
  }

  boolean mayRead(WardPage.Ward ward) {
    return caller
        .get()
        .mayRead(ward.id(), ward.siteId(), ward.divisionIds(), ward.organisationId());
  }
}

package org.heard.gateway.upstream;

import java.util.List;

/** A page of the directory as analytics-service has it. */
public record WardPage(List<Ward> items, long total, String next) {

  /** One ward and where it belongs; {@code divisionIds} may be empty, never null. */
  public record Ward(
      String id,
      String name,
      String siteId,
      String organisationId,
      List<String> divisionIds,
      String odsCode,
      String careSetting) {

    public Ward {
      divisionIds = divisionIds == null ? List.of() : List.copyOf(divisionIds);
    }
  }
}

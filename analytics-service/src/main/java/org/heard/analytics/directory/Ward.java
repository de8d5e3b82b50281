package org.heard.analytics.directory;

import java.time.ZoneId;
import java.util.List;

/**
 * A known ward.
 *
 * @param odsCode of its site; may be null
 * @param careSetting may be null
 * @param zone where its days begin and end
 */
public record Ward(
    String id,
    String name,
    String siteId,
    String organisationId,
    List<String> divisionIds,
    String odsCode,
    String careSetting,
    ZoneId zone) {

  public Ward {
    divisionIds = List.copyOf(divisionIds);
  }
}

package org.heard.analytics.directory;

import java.time.ZoneId;
import java.util.List;

/** Full state of one entry of the directory; of two states the higher version is the later one. */
public sealed interface DirectoryEntry {
  /** Unique within its kind. */
  String id();

  /** Counts up with each change. */
  int version();

  /** An organisation; its days begin and end in {@code zone}. */
  record Organisation(String id, int version, String name, ZoneId zone) implements DirectoryEntry {}

  /** A site of an organisation; {@code odsCode} may be null. */
  record Site(String id, int version, String name, String odsCode, String organisationId)
      implements DirectoryEntry {}

  /** A division of an organisation, across its sites. */
  record Division(String id, int version, String name, String organisationId)
      implements DirectoryEntry {}

  /** A ward of a site; {@code careSetting} may be null. */
  record Ward(
      String id,
      int version,
      String name,
      String siteId,
      String organisationId,
      List<String> divisionIds,
      String careSetting)
      implements DirectoryEntry {

    public Ward {
      divisionIds = List.copyOf(divisionIds);
    }
  }
}

package org.heard.feedback.event;

import java.util.List;

/** The full state of one entry of the directory; a higher version replaces a lower one. */
public sealed interface DirectoryChanged {
  /** Topic and CloudEvents type. */
  String TOPIC = "directory.changed";

  /** {@code organisation}, {@code site}, {@code division} or {@code ward}. */
  String kind();

  /** Id of the entry, unique within its kind. */
  String id();

  /** Counts up from 1 with each change. */
  int version();

  /** An organisation; {@code zone} is the IANA time zone its days are counted in. */
  record OrganisationChanged(
      String kind, String id, int version, String name, String odsCode, String zone)
      implements DirectoryChanged {}

  /** A site of an organisation. */
  record SiteChanged(
      String kind, String id, int version, String name, String odsCode, String organisationId)
      implements DirectoryChanged {}

  /** A division of an organisation, across its sites. */
  record DivisionChanged(String kind, String id, int version, String name, String organisationId)
      implements DirectoryChanged {}

  /** A ward of a site. */
  record WardChanged(
      String kind,
      String id,
      int version,
      String name,
      String siteId,
      String organisationId,
      List<String> divisionIds,
      String careSetting,
      String formCode)
      implements DirectoryChanged {}
}

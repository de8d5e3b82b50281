package org.heard.feedback.event;

import com.fasterxml.jackson.annotation.JsonInclude;
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

  /**
   * A name and the day from which it holds, ISO 8601; null: since ever. An entry that is published
   * without such a list always was called what it is called now.
   */
  record DatedName(String name, String from) {}

  /** An organisation; {@code zone} is the IANA time zone its days are counted in. */
  record OrganisationChanged(
      String kind,
      String id,
      int version,
      String name,
      String odsCode,
      String zone,
      @JsonInclude(JsonInclude.Include.NON_NULL) List<DatedName> names)
      implements DirectoryChanged {}

  /** A site of an organisation. */
  record SiteChanged(
      String kind,
      String id,
      int version,
      String name,
      String odsCode,
      String organisationId,
      @JsonInclude(JsonInclude.Include.NON_NULL) List<DatedName> names)
      implements DirectoryChanged {}

  /** A division of an organisation, across its sites. */
  record DivisionChanged(
      String kind,
      String id,
      int version,
      String name,
      String organisationId,
      @JsonInclude(JsonInclude.Include.NON_NULL) List<DatedName> names)
      implements DirectoryChanged {}

  /** A ward of a site; {@code closedOn} is the day from which it is closed. */
  record WardChanged(
      String kind,
      String id,
      int version,
      String name,
      String siteId,
      String organisationId,
      List<String> divisionIds,
      String careSetting,
      String formCode,
      @JsonInclude(JsonInclude.Include.NON_NULL) List<DatedName> names,
      @JsonInclude(JsonInclude.Include.NON_NULL) List<String> specialties,
      @JsonInclude(JsonInclude.Include.NON_NULL) String closedOn)
      implements DirectoryChanged {}
}

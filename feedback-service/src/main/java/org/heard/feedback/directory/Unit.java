package org.heard.feedback.directory;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.heard.feedback.event.DirectoryChanged;
import org.heard.feedback.event.DirectoryChanged.DivisionChanged;
import org.heard.feedback.event.DirectoryChanged.OrganisationChanged;
import org.heard.feedback.event.DirectoryChanged.SiteChanged;
import org.heard.feedback.event.DirectoryChanged.WardChanged;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An organisation, site, division or ward as stored; what a kind does not have is null. */
@Entity
@Table(name = "directory_unit")
class Unit {
  @EmbeddedId UnitKey key;

  /** Counts changes; our own, because it is published. */
  int version;

  String name;

  /** All it was and is called, in the order of their days; the last is {@link #name}. */
  @JdbcTypeCode(SqlTypes.JSON)
  List<DatedName> names = List.of();

  @Column(name = "ods_code")
  String odsCode;

  String zone;

  @Column(name = "organisation_id")
  String organisationId;

  @Column(name = "site_id")
  String siteId;

  @Column(name = "division_ids")
  String[] divisionIds = {};

  @Column(name = "care_setting")
  String careSetting;

  String[] specialties = {};

  /** ISO 8601. */
  @Column(name = "closed_on")
  String closedOn;

  /** A ward's own wording; not published, since only patients see it. */
  @JdbcTypeCode(SqlTypes.JSON)
  List<WardQuestion> questions;

  /** A ward's; leads its patients to its form. */
  @Column(name = "form_code")
  String formCode;

  @Column(name = "changed_at")
  Instant changedAt;

  UnitView view() {
    return new UnitView(
        key.id(),
        version,
        name,
        odsCode,
        zone,
        organisationId,
        siteId,
        key.kind().equals(UnitKind.WARD.code()) ? List.of(divisionIds) : null,
        careSetting,
        names,
        key.kind().equals(UnitKind.WARD.code()) ? List.of(specialties) : null,
        closedOn,
        formCode);
  }

  /** As other packages need it. */
  Ward ward() {
    return new Ward(key.id(), siteId, organisationId);
  }

  DirectoryChanged fact() {
    return switch (UnitKind.valueOf(key.kind().toUpperCase(java.util.Locale.ROOT))) {
      case ORGANISATION ->
          new OrganisationChanged(
              key.kind(), key.id(), version, name, odsCode, zone, publishedNames());
      case SITE ->
          new SiteChanged(
              key.kind(), key.id(), version, name, odsCode, organisationId, publishedNames());
      case DIVISION ->
          new DivisionChanged(
              key.kind(), key.id(), version, name, organisationId, publishedNames());
      case WARD ->
          new WardChanged(
              key.kind(),
              key.id(),
              version,
              name,
              siteId,
              organisationId,
              List.of(divisionIds),
              careSetting,
              formCode,
              publishedNames(),
              specialties.length == 0 ? null : List.of(specialties),
              closedOn);
    };
  }

  /** Null for an entry that always had its name. */
  private List<DirectoryChanged.DatedName> publishedNames() {
    return names.size() == 1 && names.get(0).from() == null
        ? null
        : names.stream()
            .map(each -> new DirectoryChanged.DatedName(each.name(), each.from()))
            .toList();
  }
}

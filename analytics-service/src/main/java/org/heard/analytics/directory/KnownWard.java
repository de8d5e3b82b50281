package org.heard.analytics.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.ZoneId;
import java.util.List;
import org.hibernate.annotations.Immutable;

/** A row of the view of known wards; written only through {@link DirectoryCopy}. */
@Entity
@Immutable
@Table(name = "known_ward")
class KnownWard {
  @Id String id;
  String name;

  @Column(name = "site_id")
  String siteId;

  @Column(name = "organisation_id")
  String organisationId;

  @Column(name = "division_ids")
  String[] divisionIds;

  @Column(name = "ods_code")
  String odsCode;

  @Column(name = "care_setting")
  String careSetting;

  String zone;

  Ward toWard() {
    return new Ward(
        id,
        name,
        siteId,
        organisationId,
        List.of(divisionIds),
        odsCode,
        careSetting,
        ZoneId.of(zone));
  }
}

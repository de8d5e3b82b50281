package org.heard.analytics.directory;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A ward as it is answered. */
@Schema(name = "Ward")
record WardView(
    @Schema(examples = "W01") String id,
    @Schema(examples = "Ash Ward") String name,
    @Schema(examples = "S01") String siteId,
    @Schema(examples = "O01") String organisationId,
    @Schema(examples = "[\"D01\"]") List<String> divisionIds,
    @Schema(examples = "ZZ101", description = "ODS code of the site", nullable = true)
        String odsCode,
    @Schema(examples = "inpatient", nullable = true) String careSetting) {

  static WardView of(Ward ward) {
    return new WardView(
        ward.id(),
        ward.name(),
        ward.siteId(),
        ward.organisationId(),
        ward.divisionIds(),
        ward.odsCode(),
        ward.careSetting());
  }
}

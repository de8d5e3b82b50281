package org.heard.feedback.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A directory entry as an admin sees it; fields that its kind does not have are absent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DirectoryUnit")
record UnitView(
    @Schema(examples = "W01") String id,
    int version,
    @Schema(examples = "Ash Ward") String name,
    @Schema(description = "Organisations and sites", examples = "ZZ101") String odsCode,
    @Schema(description = "Organisations: IANA time zone", examples = "Europe/London") String zone,
    @Schema(examples = "O01") String organisationId,
    @Schema(description = "Wards", examples = "S01") String siteId,
    @Schema(description = "Wards") List<String> divisionIds,
    @Schema(description = "Wards", examples = "inpatient") String careSetting) {}

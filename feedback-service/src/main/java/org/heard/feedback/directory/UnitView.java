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
    @Schema(description = "Wards", examples = "inpatient") String careSetting,
    @Schema(description = "All names it had and has, by the day from which they hold")
        List<DatedName> names,
    @Schema(description = "Wards: main specialties of the FFT return", examples = "[\"300\"]")
        List<String> specialties,
    @Schema(description = "Wards: closed from this day on", examples = "2027-04-01")
        String closedOn,
    @Schema(description = "Wards: leads to the ward's form, /f/{formCode}", examples = "7QK2M0")
        String formCode) {}

package org.heard.feedback.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A directory entry as an admin sees it; fields that its kind does not have are absent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DirectoryUnit", examples = UnitView.A_WARD)
record UnitView(
    @Schema(pattern = Directory.ID_PATTERN, description = "Its id, for ever", examples = "W01")
        String id,
    @Schema(minimum = "1", description = "Goes up by one with every change", examples = "3")
        int version,
    @Schema(
            maxLength = UnitRequest.MAX_NAME,
            description = "What people call it today",
            examples = "Ash Ward")
        String name,
    @Schema(
            pattern = UnitRequest.ODS_PATTERN,
            description = "Organisations and sites: ODS code",
            examples = "ZZ101")
        String odsCode,
    @Schema(
            pattern = UnitRequest.ZONE_PATTERN,
            description = "Organisations: IANA time zone in which its days begin",
            examples = "Europe/London")
        String zone,
    @Schema(
            pattern = Directory.ID_PATTERN,
            description = "The organisation it belongs to, or is",
            examples = "O01")
        String organisationId,
    @Schema(
            pattern = Directory.ID_PATTERN,
            description = "Wards: the site where it is",
            examples = "S01")
        String siteId,
    @Schema(description = "Wards: the divisions it belongs to", examples = "[\"D01\"]")
        List<String> divisionIds,
    @Schema(
            maxLength = UnitRequest.MAX_CODE,
            description = "Wards: the trust's own code for the kind of care",
            examples = "inpatient")
        String careSetting,
    @Schema(description = "All names it had and has, by the day from which they hold")
        List<DatedName> names,
    @Schema(description = "Wards: main specialties of the FFT return", examples = "[\"300\"]")
        List<String> specialties,
    @Schema(
            format = "date",
            description = "Wards: closed from this day on",
            examples = "2027-04-01")
        String closedOn,
    @Schema(
            pattern = FormCode.PATTERN,
            description = "Wards: leads to the ward's form, /f/{formCode}",
            examples = "7QK2M0")
        String formCode) {
  static final String A_WARD =
      """
      {"id": "W01", "version": 3, "name": "Ash and Oak Ward", "organisationId": "O01",
       "siteId": "S01", "divisionIds": ["D01"], "careSetting": "inpatient",
       "names": [{"name": "Ash Ward", "from": null},
                 {"name": "Ash and Oak Ward", "from": "2026-10-01"}],
       "specialties": ["300"], "formCode": "7QK2M0"}
      """;
}

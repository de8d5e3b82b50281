package org.heard.feedback.directory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.feedback.json.Fields;
import org.heard.feedback.problem.ErrorCode;

/** The full state of a directory entry; which fields it has depends on its kind. */
@Schema(name = "DirectoryUnitRequest")
record UnitRequest(
    @Schema(required = true, maxLength = 200, examples = "Ash Ward") String name,
    @Schema(description = "Organisations and sites", examples = "ZZ101") String odsCode,
    @Schema(description = "Organisations: IANA time zone; default Europe/London") String zone,
    @Schema(description = "Sites and divisions", examples = "O01") String organisationId,
    @Schema(description = "Wards", examples = "S01") String siteId,
    @Schema(description = "Wards, at most 20") List<String> divisionIds,
    @Schema(description = "Wards", examples = "inpatient") String careSetting) {
  private static final int MAX_NAME = 200;
  private static final int MAX_CODE = 50;
  private static final int MAX_DIVISIONS = 20;
  private static final String DEFAULT_ZONE = "Europe/London";

  /** Reads the fields that a unit of this kind has, and refuses all others. */
  static UnitRequest read(UnitKind kind, ObjectNode body) {
    Fields fields = Fields.of(body);
    UnitRequest request =
        switch (kind) {
          case ORGANISATION ->
              new UnitRequest(
                  name(fields), code(fields, "odsCode"), zone(fields), null, null, null, null);
          case SITE ->
              new UnitRequest(
                  name(fields),
                  code(fields, "odsCode"),
                  null,
                  parent(fields, "organisationId"),
                  null,
                  null,
                  null);
          case DIVISION ->
              new UnitRequest(
                  name(fields), null, null, parent(fields, "organisationId"), null, null, null);
          case WARD ->
              new UnitRequest(
                  name(fields),
                  null,
                  null,
                  null,
                  parent(fields, "siteId"),
                  divisions(fields),
                  code(fields, "careSetting"));
        };
    fields.rejectUnknown();
    fields.check();
    return request;
  }

  private static String name(Fields fields) {
    return limited(fields, "name", fields.requiredText("name"), MAX_NAME);
  }

  private static String code(Fields fields, String name) {
    String code = fields.text(name);
    if (code != null && code.isBlank()) {
      fields.wrong(name, ErrorCode.INVALID_VALUE);
    }
    return limited(fields, name, code, MAX_CODE);
  }

  private static String parent(Fields fields, String name) {
    return limited(fields, name, fields.requiredText(name), MAX_CODE);
  }

  private static String limited(Fields fields, String name, String value, int max) {
    if (value != null && value.length() > max) {
      fields.wrong(name, ErrorCode.TEXT_TOO_LONG);
    }
    return value;
  }

  private static List<String> divisions(Fields fields) {
    List<String> ids = fields.texts("divisionIds");
    if (ids.size() > MAX_DIVISIONS) {
      fields.wrong("divisionIds", ErrorCode.INVALID_VALUE);
    }
    return ids;
  }

  private static String zone(Fields fields) {
    String zone = fields.parsed("zone", ErrorCode.INVALID_VALUE, UnitRequest::knownZone);
    return zone == null ? DEFAULT_ZONE : zone;
  }

  /** Names only: PostgreSQL reads an offset such as {@code +01:00} with the other sign. */
  private static String knownZone(String text) {
    return ZoneId.getAvailableZoneIds().contains(text) ? text : null;
  }
}

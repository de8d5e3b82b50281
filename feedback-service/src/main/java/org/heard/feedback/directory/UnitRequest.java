package org.heard.feedback.directory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.feedback.json.Fields;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.FieldError;
import org.heard.feedback.problem.ProblemException;

/** The full state of a directory entry; which fields it has depends on its kind. */
@Schema(name = "DirectoryUnitRequest")
record UnitRequest(
    @Schema(
            required = true,
            maxLength = UnitRequest.MAX_NAME,
            description = "What people call it; not blank",
            examples = "Ash Ward")
        String name,
    @Schema(
            pattern = UnitRequest.ODS_PATTERN,
            description = "Organisations and sites: ODS code, 3 to 10 capital letters and digits",
            examples = "ZZ101")
        String odsCode,
    @Schema(
            pattern = UnitRequest.ZONE_PATTERN,
            defaultValue = UnitRequest.DEFAULT_ZONE,
            description = "Organisations: IANA time zone by its name, in which its days begin",
            examples = "Europe/London")
        String zone,
    @Schema(
            pattern = Directory.ID_PATTERN,
            description = "Sites and divisions, required there: the organisation they belong to",
            examples = "O01")
        String organisationId,
    @Schema(
            pattern = Directory.ID_PATTERN,
            description = "Wards, required there: the site where the ward is",
            examples = "S01")
        String siteId,
    @Schema(
            maxItems = UnitRequest.MAX_DIVISIONS,
            description = "Wards: the divisions it belongs to, of the site's organisation",
            examples = "[\"D01\"]")
        List<String> divisionIds,
    @Schema(
            minLength = 1,
            maxLength = UnitRequest.MAX_CODE,
            description =
                "Wards: the trust's own code for the kind of care, 1 to 50 characters that are not"
                    + " all blank; no list of this service's",
            examples = "inpatient")
        String careSetting,
    @Schema(
            format = "date",
            description =
                "The day from which the name holds, today at the latest; absent: as before",
            examples = "2026-10-01")
        String nameFrom,
    @Schema(
            maxItems = UnitRequest.MAX_SPECIALTIES,
            description =
                "Wards: first and second main specialty of the FFT return, three digits each",
            examples = "[\"300\"]")
        List<String> specialties,
    @Schema(
            format = "date",
            description = "Wards: from this day on it takes no new kiosk; it still resolves",
            examples = "2027-04-01")
        String closedOn) {
  static final int MAX_NAME = 200;
  static final int MAX_CODE = 50;

  /** Three characters for a trust, five for its sites; newer codes are longer. */
  static final String ODS_PATTERN = "^[A-Z0-9]{3,10}$";

  /** As names of zones look; which ones there are is Java's list. */
  static final String ZONE_PATTERN = "^[A-Za-z][A-Za-z0-9_+/-]*$";

  private static final int MAX_DIVISIONS = 20;

  /** First and second specialty, as the return has them. */
  private static final int MAX_SPECIALTIES = 2;

  private static final Pattern ID = Pattern.compile(Directory.ID_PATTERN);
  private static final Pattern ODS_CODE = Pattern.compile(ODS_PATTERN);

  static final String DEFAULT_ZONE = "Europe/London";

  /**
   * What was read of a document.
   *
   * @param errors wrong values; whoever puts it adds those that only the directory can tell, so
   *     that the sender learns of all at once
   */
  record Draft(UnitRequest request, List<FieldError> errors) {
    /** Whether nothing is known to be wrong with a field. */
    boolean isFine(String pointer) {
      return errors.stream().noneMatch(error -> error.pointer().equals(pointer));
    }
  }

  /**
   * Reads the fields that a unit of this kind has.
   *
   * @throws ProblemException for what cannot be read at all
   */
  static Draft read(UnitKind kind, ObjectNode body, int maxErrors) {
    Fields fields = Fields.of(body, maxErrors);
    boolean organisation = kind == UnitKind.ORGANISATION;
    boolean ward = kind == UnitKind.WARD;
    UnitRequest request =
        new UnitRequest(
            limited(fields, "name", fields.requiredText("name"), MAX_NAME),
            organisation || kind == UnitKind.SITE ? odsCode(fields) : null,
            organisation ? zone(fields) : null,
            kind == UnitKind.SITE || kind == UnitKind.DIVISION
                ? parent(fields, "organisationId")
                : null,
            ward ? parent(fields, "siteId") : null,
            ward ? divisions(fields) : List.of(),
            ward ? code(fields, "careSetting") : null,
            day(fields, "nameFrom"),
            ward ? specialties(fields) : List.of(),
            ward ? day(fields, "closedOn") : null);
    fields.rejectUnknown();
    return new Draft(request, fields.wrongValues());
  }

  /** Whether this may be the id of an entry. */
  static boolean isId(String text) {
    return ID.matcher(text).matches();
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

  /** Main specialties are told by three digits. */
  private static List<String> specialties(Fields fields) {
    List<String> codes = fields.texts("specialties");
    if (codes.size() > MAX_SPECIALTIES) {
      fields.wrong("specialties", ErrorCode.INVALID_VALUE);
    }
    for (int i = 0; i < codes.size(); i++) {
      if (!codes.get(i).matches("[0-9]{3}")) {
        fields.wrong("specialties/" + i, ErrorCode.INVALID_VALUE);
      }
    }
    return codes;
  }

  private static String odsCode(Fields fields) {
    return fields.parsed(
        "odsCode",
        ErrorCode.INVALID_ODS_CODE,
        text -> ODS_CODE.matcher(text).matches() ? text : null);
  }

  private static String day(Fields fields, String name) {
    return fields.parsed(name, ErrorCode.INVALID_DAY, UnitRequest::day);
  }

  private static String day(String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      return day.getYear() >= 1900 && day.getYear() <= 9998 ? day.toString() : null;
    } catch (DateTimeException malformed) {
      return null;
    }
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

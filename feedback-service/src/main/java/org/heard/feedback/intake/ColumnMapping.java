package org.heard.feedback.intake;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;

/** Which column of a file holds which field of a submission. */
final class ColumnMapping {
  /** What can be mapped; good, improve and why are the questions by their names. */
  enum Field {
    TEXT("text"),
    QUESTION("question"),
    GOOD("good"),
    IMPROVE("improve"),
    WHY("why"),
    RATING("rating"),
    ID("id"),
    WARD("ward", "/wardId"),
    AUTHORED_AT("authoredAt"),
    LANGUAGE("language"),
    MODE("mode"),
    RESPONDENT("respondent"),
    FORMAT("format"),
    CONSENT("consentToPublish"),
    AGE_BAND("ageBand", "/demographics/ageBand"),
    SEX("sex", "/demographics/sex"),
    ETHNIC_GROUP("ethnicGroup", "/demographics/ethnicGroup"),
    DISABILITY("disability", "/demographics/disability");

    private final String code;
    private final String pointer;

    Field(String code) {
      this(code, "/" + code);
    }

    Field(String code, String pointer) {
      this.code = code;
      this.pointer = pointer;
    }

    /** Where its value stands in a submission, or its name where that is not one place. */
    String pointer() {
      return pointer;
    }

    String code() {
      return code;
    }
  }

  /** Something that a patient said: one of these must be mapped. */
  private static final Set<Field> SAID =
      EnumSet.of(Field.TEXT, Field.GOOD, Field.IMPROVE, Field.WHY, Field.RATING);

  private final Map<Field, String> columns;

  private ColumnMapping(Map<Field, String> columns) {
    this.columns = columns;
  }

  /**
   * Reads {@code field=COLUMN} pairs, each field at most once.
   *
   * @throws ProblemException {@code INVALID_PARAMETER}
   */
  static ColumnMapping parse(List<String> pairs) {
    Map<Field, String> columns = new EnumMap<>(Field.class);
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      Field field = equals < 1 ? null : field(pair.substring(0, equals));
      if (field == null || equals == pair.length() - 1) {
        throw wrong("map is field=COLUMN; fields are " + codes(List.of(Field.values())) + ".");
      }
      // Other controls may be: a header's cell may have two lines.
      if (pair.indexOf('\0') >= 0) {
        throw wrong("No column has a NUL in its name.");
      }
      if (columns.put(field, pair.substring(equals + 1)) != null) {
        throw wrong("map names " + field.code + " twice.");
      }
    }
    if (columns.keySet().stream().noneMatch(SAID::contains)) {
      throw wrong("map needs one of " + codes(SAID) + ".");
    }
    return new ColumnMapping(columns);
  }

  Collection<String> columns() {
    return columns.values();
  }

  /** The column of a field, or null. */
  String columnOf(Field field) {
    return columns.get(field);
  }

  /** The record's value for a field as it stands; blank and absent are alike. */
  Optional<String> raw(Field field, Map<String, String> record) {
    return Optional.ofNullable(columns.get(field))
        .map(record::get)
        .filter(value -> !value.isBlank());
  }

  /** The same without surrounding space. */
  Optional<String> value(Field field, Map<String, String> record) {
    return raw(field, record).map(String::strip);
  }

  private static Field field(String code) {
    return Stream.of(Field.values())
        .filter(field -> field.code.equals(code))
        .findFirst()
        .orElse(null);
  }

  private static String codes(Collection<Field> fields) {
    return fields.stream().map(Field::code).collect(Collectors.joining(", "));
  }

  private static ProblemException wrong(String detail) {
    return new ProblemException(ErrorCode.INVALID_PARAMETER, detail);
  }

  @Override
  public String toString() {
    return columns.toString();
  }
}

package org.heard.local.load;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.heard.local.run.CommandFailure;

/** Which column of the file holds which field of a submission. */
final class Mapping {

  /** What can be mapped. */
  enum Field {
    TEXT("text"),
    QUESTION("question"),
    RATING("rating"),
    ID("id"),
    WARD("ward"),
    AUTHORED_AT("authoredAt");

    private final String code;

    Field(String code) {
      this.code = code;
    }
  }

  private final Map<Field, String> columns;

  private Mapping(Map<Field, String> columns) {
    this.columns = columns;
  }

  /** Reads {@code field=COLUMN} pairs; {@code text} must be among them, each at most once. */
  static Mapping parse(List<String> pairs) {
    Map<Field, String> columns = new EnumMap<>(Field.class);
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      if (equals < 1 || equals == pair.length() - 1) {
        throw CommandFailure.usage("--map: '" + pair + "' is not FIELD=COLUMN.");
      }
      if (columns.put(field(pair.substring(0, equals)), pair.substring(equals + 1)) != null) {
        throw CommandFailure.usage("--map: '" + pair.substring(0, equals) + "' stands twice.");
      }
    }
    if (!columns.containsKey(Field.TEXT)) {
      throw CommandFailure.usage("--map needs text=COLUMN.");
    }
    return new Mapping(columns);
  }

  boolean has(Field field) {
    return columns.containsKey(field);
  }

  /** The row's value for a field, without surrounding space; blank and absent are alike. */
  Optional<String> value(Field field, Map<String, String> row) {
    return raw(field, row).map(String::strip);
  }

  /** The row's value as it stands. */
  Optional<String> raw(Field field, Map<String, String> row) {
    return Optional.ofNullable(columns.get(field)).map(row::get).filter(value -> !value.isBlank());
  }

  /** Refuses to go on with a file that lacks a mapped column. */
  void requireColumns(Collection<String> header) {
    for (String column : columns.values()) {
      if (!header.contains(column)) {
        throw CommandFailure.usage(
            "The file has no column '%s'; it has: %s."
                .formatted(column, String.join(", ", header)));
      }
    }
  }

  private static Field field(String code) {
    return Stream.of(Field.values())
        .filter(field -> field.code.equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                CommandFailure.usage(
                    "--map: '%s' is not a field; fields are %s."
                        .formatted(
                            code,
                            String.join(
                                ", ",
                                Stream.of(Field.values()).map(field -> field.code).toList()))));
  }

  @Override
  public String toString() {
    return columns.toString();
  }
}

package org.heard.analytics.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.heard.analytics.problem.PlainText;

/** Reads the fields of an event; whatever is missing or cannot be is {@link UnusableEvent}. */
class Fields {
  private static final int MAX_NAME = 500;
  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2900-01-01T00:00:00Z");

  private static final LocalDate EARLIEST_DAY = LocalDate.of(1900, 1, 1);
  private static final LocalDate LATEST_DAY = LocalDate.of(2900, 1, 1);

  private final JsonNode object;

  Fields(JsonNode object) {
    if (!object.isObject()) {
      throw UnusableEvent.invalid("an object was expected");
    }
    this.object = object;
  }

  /** A field that must be there and not null. */
  private JsonNode required(String name) {
    JsonNode value = object.path(name);
    if (value.isMissingNode() || value.isNull()) {
      throw UnusableEvent.invalid(name + " is missing");
    }
    return value;
  }

  /** Null where the field is absent or null. */
  private JsonNode optional(String name) {
    JsonNode value = object.path(name);
    return value.isMissingNode() || value.isNull() ? null : value;
  }

  String text(String name) {
    return plain(name, required(name));
  }

  /** An id, a name or a code. */
  String name(String name) {
    String text = text(name);
    require(!text.isEmpty() && text.length() <= MAX_NAME, name);
    return text;
  }

  String optionalName(String name) {
    return optional(name) == null ? null : name(name);
  }

  private static String plain(String name, JsonNode value) {
    require(value.isTextual() && PlainText.fault(value.textValue()).isEmpty(), name);
    return value.textValue();
  }

  UUID uuid(String name) {
    try {
      return UUID.fromString(name(name));
    } catch (IllegalArgumentException garbled) {
      throw UnusableEvent.invalid(name + " is not a UUID");
    }
  }

  int version() {
    JsonNode version = required("version");
    require(version.canConvertToInt() && version.isIntegralNumber(), "version");
    require(version.intValue() >= 1, "version");
    return version.intValue();
  }

  Integer optionalInt(String name, int min, int max) {
    JsonNode value = optional(name);
    if (value == null) {
      return null;
    }
    require(value.isIntegralNumber() && value.canConvertToInt(), name);
    require(value.intValue() >= min && value.intValue() <= max, name);
    return value.intValue();
  }

  boolean bool(String name) {
    JsonNode value = required(name);
    require(value.isBoolean(), name);
    return value.booleanValue();
  }

  /** A time that is counted by. */
  Instant instant(String name) {
    Instant instant = anyInstant(name);
    require(instant.isAfter(EARLIEST) && instant.isBefore(LATEST), name);
    return instant;
  }

  /** A time that somebody's clock said, however wrong. */
  Instant anyInstant(String name) {
    try {
      return Instant.parse(text(name));
    } catch (DateTimeParseException garbled) {
      throw UnusableEvent.invalid(name + " is not a time");
    }
  }

  LocalDate date(String name) {
    try {
      LocalDate date = LocalDate.parse(text(name));
      require(date.isAfter(EARLIEST_DAY) && date.isBefore(LATEST_DAY), name);
      return date;
    } catch (DateTimeParseException garbled) {
      throw UnusableEvent.invalid(name + " is not a day");
    }
  }

  /** A whole number, 0 or more. */
  long count(String name) {
    JsonNode value = required(name);
    require(value.isIntegralNumber() && value.canConvertToLong(), name);
    require(value.longValue() >= 0, name);
    return value.longValue();
  }

  <T> List<T> list(String name, int max, Function<JsonNode, T> element) {
    JsonNode array = required(name);
    require(array.isArray() && array.size() <= max, name);
    List<T> list = new ArrayList<>();
    array.forEach(node -> list.add(element.apply(node)));
    return list;
  }

  List<String> names(String name, int max) {
    return list(name, max, node -> plain(name, node));
  }

  /** A nested object as JSON text, or null. */
  String optionalJson(String name) {
    JsonNode value = optional(name);
    if (value == null) {
      return null;
    }
    require(value.isObject(), name);
    value.fieldNames().forEachRemaining(field -> require(PlainText.fault(field).isEmpty(), name));
    value.forEach(node -> require(node.isNull() || !plain(name, node).isEmpty(), name));
    return value.toString();
  }

  static void require(boolean holds, String name) {
    if (!holds) {
      throw UnusableEvent.invalid(name + " has a value that cannot be");
    }
  }
}

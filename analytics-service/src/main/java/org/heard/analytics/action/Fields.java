package org.heard.analytics.action;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.heard.analytics.problem.ErrorCode;
import org.heard.analytics.problem.PlainText;
import org.heard.analytics.problem.ProblemException;

/** Reads an object field by field; a field that is not there or null reads as null. */
final class Fields {
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2999;

  private final JsonNode object;
  private final String at;

  private Fields(JsonNode object, String at) {
    this.object = object;
    this.at = at;
  }

  static Fields of(JsonNode object) {
    return new Fields(object, "");
  }

  /** Refuses every other field; its name is not repeated. */
  void only(Set<String> known) {
    object
        .fieldNames()
        .forEachRemaining(
            name ->
                require(
                    known.contains(name),
                    ErrorCode.UNKNOWN_FIELD,
                    "Known: "
                        + known.stream().sorted().map(at::concat).collect(Collectors.joining(", "))
                        + "."));
  }

  /** A value that must be there. */
  <T> T required(String name, T value) {
    require(value != null, ErrorCode.MISSING_FIELD, at + name + " is missing.");
    return value;
  }

  /** What somebody wrote, of at most so many code points. */
  String text(String name, int max) {
    String text = string(name);
    if (text == null) {
      return null;
    }
    PlainText.fault(text)
        .ifPresent(code -> require(false, code, at + name + ": " + code.title() + "."));
    require(!text.isBlank(), ErrorCode.INVALID_VALUE, at + name + " is empty; null removes it.");
    require(
        text.codePointCount(0, text.length()) <= max,
        ErrorCode.TEXT_TOO_LONG,
        at + name + " has at most " + max + " code points.");
    return text;
  }

  /** A string that is read on by whoever asks. */
  String string(String name) {
    if (!object.hasNonNull(name)) {
      return null;
    }
    require(object.get(name).isTextual(), ErrorCode.WRONG_TYPE, at + name + " is a text.");
    return object.get(name).textValue();
  }

  /** One of a closed list. */
  <T> T code(String name, Function<String, Optional<T>> codes) {
    String code = string(name);
    return code == null
        ? null
        : codes
            .apply(code)
            .orElseThrow(
                () ->
                    new ProblemException(
                        ErrorCode.INVALID_VALUE, at + name + " is not in its closed list."));
  }

  /** A day that PostgreSQL and people can read. */
  LocalDate date(String name) {
    String date = string(name);
    if (date == null) {
      return null;
    }
    try {
      LocalDate day = LocalDate.parse(date);
      if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
        return day;
      }
    } catch (DateTimeException malformed) {
      // as any other day that cannot be
    }
    throw new ProblemException(
        ErrorCode.INVALID_VALUE, at + name + " is a date like 2026-10-05 and must exist.");
  }

  /** A number from 0 to so many, with two decimals at most. */
  BigDecimal number(String name, int most) {
    if (!object.hasNonNull(name)) {
      return null;
    }
    require(object.get(name).isNumber(), ErrorCode.WRONG_TYPE, at + name + " is a number.");
    BigDecimal number = object.get(name).decimalValue().stripTrailingZeros();
    require(
        number.signum() >= 0
            && number.compareTo(BigDecimal.valueOf(most)) <= 0
            && number.scale() <= 2,
        ErrorCode.INVALID_VALUE,
        at + name + " is 0 to " + most + " with two decimals at most.");
    return number.scale() < 0 ? number.setScale(0) : number;
  }

  /** A version, which must be there. */
  int version() {
    require(object.hasNonNull("version"), ErrorCode.MISSING_FIELD, "version is missing.");
    JsonNode version = object.get("version");
    require(version.isIntegralNumber(), ErrorCode.WRONG_TYPE, "version is a whole number.");
    require(version.canConvertToInt(), ErrorCode.INVALID_VALUE, "version is one that was told.");
    return version.intValue();
  }

  /** The fields of an object within this one. */
  <T> T object(String name, Function<Fields, T> read) {
    if (!object.hasNonNull(name)) {
      return null;
    }
    require(object.get(name).isObject(), ErrorCode.WRONG_TYPE, at + name + " is an object.");
    return read.apply(new Fields(object.get(name), at + name + "."));
  }

  private static void require(boolean holds, ErrorCode code, String detail) {
    if (!holds) {
      throw new ProblemException(code, detail);
    }
  }
}

package org.heard.feedback.intake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.heard.feedback.intake.ColumnMapping.Field;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.FieldError;
import org.heard.feedback.problem.ProblemException;

/**
 * Turns records into the documents that every door takes; what their values are worth is judged
 * there.
 *
 * @param mapping which column is what
 * @param defaultWard for records without a ward, or null
 * @param defaultAuthoredAt for records without a time
 * @param zone of times without an offset
 */
record ImportDocuments(
    ColumnMapping mapping, String defaultWard, Instant defaultAuthoredAt, ZoneId zone) {
  /** The options of the Friends and Family Test as people write them, apostrophes left out. */
  private static final Map<String, Integer> RATINGS =
      Map.of(
          "very good", 1,
          "good", 2,
          "neither good nor poor", 3,
          "poor", 4,
          "very poor", 5,
          "dont know", 6);

  private static final int NO_RATING = 0;

  /**
   * A formula, or what a spreadsheet leaves of one: then what the patient wrote is not in the file.
   * A hyphen before words is a list, not a formula.
   */
  private static final Pattern FORMULA =
      Pattern.compile(
          "\\s*(?:=\\s*[^\\s)]|[+@-]\\w+[(|]|#(?:NAME\\?|REF!|VALUE!|N/A|DIV/0!|NULL!|NUM!)\\s*$).*",
          Pattern.DOTALL);

  /**
   * The document of a record.
   *
   * @throws ProblemException {@code FORMULA_CELL}
   */
  ObjectNode document(UUID id, Map<String, String> record) {
    refuseFormulas(record);
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("id", id.toString());
    document.put("wardId", mapping.value(Field.WARD, record).orElse(defaultWard));
    mapping.value(Field.RATING, record).ifPresent(said -> document.put("rating", rating(said)));
    answers(record, document.putArray("answers"));
    mapping.value(Field.LANGUAGE, record).ifPresent(tag -> document.put("language", tag));
    mapping.value(Field.MODE, record).ifPresent(mode -> document.put("mode", mode));
    document.put("channel", "import");
    document.put(
        "authoredAt",
        mapping
            .value(Field.AUTHORED_AT, record)
            .map(this::time)
            .orElseGet(defaultAuthoredAt::toString));
    return document;
  }

  private void refuseFormulas(Map<String, String> record) {
    for (Field field : Field.values()) {
      if (mapping.raw(field, record).filter(cell -> FORMULA.matcher(cell).matches()).isPresent()) {
        throw ProblemException.of(
            List.of(new FieldError("/" + field.code(), ErrorCode.FORMULA_CELL)));
      }
    }
  }

  private void answers(Map<String, String> record, ArrayNode answers) {
    String question = mapping.value(Field.QUESTION, record).orElse(Field.WHY.code());
    mapping.raw(Field.TEXT, record).ifPresent(text -> answer(answers, question, text));
    for (Field named : List.of(Field.GOOD, Field.IMPROVE, Field.WHY)) {
      mapping.raw(named, record).ifPresent(text -> answer(answers, named.code(), text));
    }
  }

  private static void answer(ArrayNode answers, String question, String text) {
    answers.addObject().put("question", question).put("text", text);
  }

  /** What is no rating stays none, for the door to refuse. */
  private static int rating(String said) {
    return said.matches("[1-6]")
        ? Integer.parseInt(said)
        : RATINGS.getOrDefault(said.toLowerCase(Locale.ROOT).replaceAll("['’]", ""), NO_RATING);
  }

  /** With an offset; what is no time stays as it is, for the door to refuse. */
  private String time(String said) {
    try {
      if (said.length() == "2026-10-01".length()) {
        // Noon: the same day whichever zone reads it.
        return LocalDate.parse(said).atTime(LocalTime.NOON).atZone(zone).toInstant().toString();
      }
      String iso = said.replace(' ', 'T');
      return LocalDateTime.parse(iso).atZone(zone).toInstant().toString();
    } catch (DateTimeException otherwise) {
      return said.replace(' ', 'T');
    }
  }
}

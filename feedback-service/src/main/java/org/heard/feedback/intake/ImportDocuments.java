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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.heard.feedback.intake.ColumnMapping.Field;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.FieldError;
import org.heard.feedback.records.SourceRecord;
import org.heard.feedback.submission.SubmissionService.Time;

/**
 * Turns records into the documents that every door takes; what their values are worth is judged
 * there.
 *
 * @param mapping which column is what
 * @param defaultWard for records without a ward, or null
 * @param defaultAuthoredAt for records without a time
 * @param dateFormat of the times, null for ISO 8601
 * @param zone of times without an offset
 */
record ImportDocuments(
    ColumnMapping mapping,
    String defaultWard,
    Instant defaultAuthoredAt,
    DateFormat dateFormat,
    ZoneId zone) {
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

  private static final List<Field> BANDS =
      List.of(Field.AGE_BAND, Field.SEX, Field.ETHNIC_GROUP, Field.DISABILITY);

  private static final Pattern WORDS_APART = Pattern.compile("\\s*[-\u2013]\\s*|\\s+");

  /** What is written in another way than was said is no time, even if it could be read as one. */
  private static final String NO_TIME = "";

  /**
   * A formula, or what a spreadsheet leaves of one: then what the patient wrote is not in the file.
   * Words after a sign are none. Behind an equals sign a formula begins with a function, a
   * reference, a quoted text or a sum; behind another sign with a function's name in capitals and a
   * parenthesis that holds more than a plural's s. A command's name is followed by a bar.
   */
  private static final Pattern FORMULA =
      Pattern.compile(
          "\\s*(?:=\\s*(?:"
              + "[-+\"'{$]|\\([-+\"'$\\w(]|\\d[\\d.]*\\s*[-+*/^&]"
              + "|[A-Z]{1,3}\\$?\\d{1,7}\\s*(?:$|[-+*/^&<>=%:])"
              + "|\\w[\\w.]*(?:\\((?!s\\))|![$\\w]|\\s*[-+*/^&<>]\\s*[\\d\"$(]))"
              + "|[+@-][A-Z][A-Z0-9.]{1,30}\\((?!s\\))"
              + "|[=+@-]\\s*\\w+\\|"
              + "|#(?:NAME\\?|REF!|VALUE!|N/A|DIV/0!|NULL!|NUM!)\\s*$).*",
          Pattern.DOTALL);

  /**
   * What a record says, to be judged together.
   *
   * @param problems what the document does not show any more; pointers into it, or to the field of
   *     the mapping
   */
  record Draft(ObjectNode document, List<FieldError> problems) {}

  /** The document of a record, and what of the record cannot stand in it. */
  Draft draft(UUID id, SourceRecord record) {
    List<FieldError> problems = new ArrayList<>(wrongTypes(record));
    problems.addAll(formulas(record.values()));
    return new Draft(document(id, record.values(), problems), problems);
  }

  /**
   * What JSON says in another way than as a text or a number is nobody's words; a consent may be
   * true or false.
   */
  private List<FieldError> wrongTypes(SourceRecord record) {
    return Stream.of(Field.values())
        .filter(field -> mapping.columnOf(field) != null)
        .filter(
            field ->
                record.structures().contains(mapping.columnOf(field))
                    || (field != Field.CONSENT
                        && record.booleans().contains(mapping.columnOf(field))))
        .map(field -> new FieldError(field.pointer(), ErrorCode.WRONG_TYPE))
        .toList();
  }

  /** The ward of a record that names none, else empty. */
  String wardByDefault(Map<String, String> record) {
    return defaultWard == null || mapping.value(Field.WARD, record).isPresent() ? "" : defaultWard;
  }

  /** What the time of a record's document says: where the record says none, it has ours. */
  Time time(Map<String, String> record) {
    return mapping
        .value(Field.AUTHORED_AT, record)
        .map(said -> isDay(said) ? Time.DAY : Time.MOMENT)
        .orElse(Time.OURS);
  }

  private boolean isDay(String said) {
    return dateFormat == null ? isIsoDay(said) : dateFormat.isDay(said);
  }

  /** By its length alone: what is no day is no time either, and refused. */
  private static boolean isIsoDay(String said) {
    return said.length() == "2026-10-01".length();
  }

  private ObjectNode document(UUID id, Map<String, String> record, List<FieldError> problems) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("id", id.toString());
    document.put("wardId", mapping.value(Field.WARD, record).orElse(defaultWard));
    mapping.value(Field.RATING, record).ifPresent(said -> document.put("rating", rating(said)));
    answers(record, document.putArray("answers"));
    mapping.value(Field.LANGUAGE, record).ifPresent(tag -> document.put("language", tag));
    coded(List.of(Field.MODE, Field.RESPONDENT, Field.FORMAT), record, document);
    consent(record, document, problems);
    ObjectNode bands = JsonNodeFactory.instance.objectNode();
    coded(BANDS, record, bands);
    if (!bands.isEmpty()) {
      document.set("demographics", bands);
    }
    document.put("channel", "import");
    document.put(
        "authoredAt",
        mapping
            .value(Field.AUTHORED_AT, record)
            .map(this::time)
            .orElseGet(defaultAuthoredAt::toString));
    return document;
  }

  private List<FieldError> formulas(Map<String, String> record) {
    return Stream.of(Field.values())
        .filter(
            field ->
                mapping
                    .raw(field, record)
                    .filter(cell -> FORMULA.matcher(cell).matches())
                    .isPresent())
        .map(field -> new FieldError(field.pointer(), ErrorCode.FORMULA_CELL))
        .toList();
  }

  /** Words of the closed lists as people write them: "With staff help", "16 – 24". */
  private void coded(List<Field> fields, Map<String, String> record, ObjectNode into) {
    for (Field field : fields) {
      mapping
          .value(field, record)
          .map(said -> WORDS_APART.matcher(said.toLowerCase(Locale.ROOT)).replaceAll("-"))
          .ifPresent(code -> into.put(field.code(), code));
    }
  }

  /** Nobody's words are published because a cell could not be understood. */
  private void consent(Map<String, String> record, ObjectNode into, List<FieldError> problems) {
    mapping
        .value(Field.CONSENT, record)
        .ifPresent(
            said -> {
              switch (said.toLowerCase(Locale.ROOT)) {
                case "true", "yes" -> into.put(Field.CONSENT.code(), true);
                case "false", "no" -> into.put(Field.CONSENT.code(), false);
                default ->
                    problems.add(new FieldError(Field.CONSENT.pointer(), ErrorCode.INVALID_VALUE));
              }
            });
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

  private String time(String said) {
    return dateFormat == null
        ? isoTime(said)
        : dateFormat
            .read(said)
            .map(local -> local.atZone(zone).toInstant().toString())
            .orElse(NO_TIME);
  }

  /** With an offset; what is no time stays as it is, for the door to refuse. */
  private String isoTime(String said) {
    try {
      if (isIsoDay(said)) {
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

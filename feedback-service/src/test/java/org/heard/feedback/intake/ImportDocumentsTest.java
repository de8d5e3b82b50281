package org.heard.feedback.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.FieldError;
import org.heard.feedback.problem.ProblemException;
import org.heard.feedback.records.SourceRecord;
import org.heard.feedback.submission.SubmissionService.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportDocumentsTest {
  private static final UUID ID = UUID.fromString("0c52d62f-0000-4000-8000-000000000001");
  private static final ColumnMapping ALL =
      ColumnMapping.parse(
          List.of(
              "text=t",
              "question=q",
              "good=g",
              "improve=i",
              "rating=r",
              "ward=w",
              "authoredAt=a",
              "language=l",
              "mode=m",
              "respondent=who",
              "format=f",
              "consentToPublish=c",
              "ageBand=age",
              "sex=s",
              "ethnicGroup=e",
              "disability=d"));

  private final ImportDocuments documents =
      new ImportDocuments(
          ALL, "W01", Instant.parse("2026-11-02T10:00:00Z"), null, ZoneId.of("Europe/London"));

  @Test
  void fillsInWhatTheRecordDoesNotSay() {
    assertThat(document(Map.of("t", "Calm and kind.")))
        .hasToString(
            """
            {"id":"0c52d62f-0000-4000-8000-000000000001","wardId":"W01",\
            "answers":[{"question":"why","text":"Calm and kind."}],"channel":"import",\
            "authoredAt":"2026-11-02T10:00:00Z"}""");
  }

  @Test
  void takesWhatTheRecordSays() {
    Map<String, String> record =
        Map.of(
            "t",
            " Kept as it stands ",
            "q",
            "good",
            "i",
            "Softer light",
            "r",
            " 2 ",
            "w",
            "W07",
            "l",
            "cy",
            "m",
            "paper-home",
            "a",
            "2026-10-01T09:30:00+01:00");
    assertThat(document(record))
        .hasToString(
            """
            {"id":"0c52d62f-0000-4000-8000-000000000001","wardId":"W07","rating":2,\
            "answers":[{"question":"good","text":" Kept as it stands "},\
            {"question":"improve","text":"Softer light"}],"language":"cy","mode":"paper-home",\
            "channel":"import","authoredAt":"2026-10-01T09:30:00+01:00"}""");
  }

  @Test
  void takesWhoAnsweredAndWhatMayBePublished() {
    ObjectNode document =
        document(
            Map.of(
                "t",
                "Calm.",
                "who",
                "With staff help",
                "f",
                "Faces",
                "c",
                "Yes",
                "age",
                "16 – 24",
                "s",
                "Female",
                "e",
                "asian",
                "d",
                "Not said"));
    assertThat(document)
        .hasToString(
            """
            {"id":"0c52d62f-0000-4000-8000-000000000001","wardId":"W01",\
            "answers":[{"question":"why","text":"Calm."}],"respondent":"with-staff-help",\
            "format":"faces","consentToPublish":true,"demographics":{"ageBand":"16-24",\
            "sex":"female","ethnicGroup":"asian","disability":"not-said"},"channel":"import",\
            "authoredAt":"2026-11-02T10:00:00Z"}""");
    assertThat(document(Map.of("t", "x", "c", "no")).get("consentToPublish").asBoolean(true))
        .isFalse();
  }

  @Test
  void aConsentThatIsNotUnderstoodIsNone() {
    ImportDocuments.Draft draft = documents.draft(ID, record(Map.of("t", "x", "c", "maybe")));
    assertThat(draft.document().has("consentToPublish")).isFalse();
    assertThat(draft.problems())
        .containsExactly(new FieldError("/consentToPublish", ErrorCode.INVALID_VALUE));
  }

  @Test
  void leavesOutBlankAndNullValues() {
    Map<String, String> record = new HashMap<>();
    record.put("t", "  ");
    record.put("r", null);
    record.put("w", "");
    ObjectNode document = document(record);
    assertThat(document.get("answers")).isEmpty();
    assertThat(document.has("rating")).isFalse();
    assertThat(document.get("wardId").asText()).isEqualTo("W01");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "6, 6",
    "Very good, 1",
    "GOOD, 2",
    "Neither good nor poor, 3",
    "poor, 4",
    "Very poor, 5",
    "Don’t know, 6",
    "Dont Know, 6",
    "0, 0",
    "7, 0",
    "5.0, 0",
    "excellent, 0",
  })
  void readsRatingsByNumberOrByTheWordsOfTheTest(String said, int rating) {
    assertThat(document(Map.of("t", "text", "r", said)).get("rating").asInt()).isEqualTo(rating);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-01T10:00:00Z,      2026-10-01T10:00:00Z",
    "2026-10-01 10:00:00-05:00, 2026-10-01T10:00:00-05:00",
    "2026-07-01T10:00:00,       2026-07-01T09:00:00Z",
    "2026-07-01 10:00:00,       2026-07-01T09:00:00Z",
    "2026-12-01 10:00,          2026-12-01T10:00:00Z",
    "2026-07-01,                2026-07-01T11:00:00Z",
    "01/10/2026 10:00,          01/10/2026T10:00",
    "soon,                      soon",
  })
  void readsTimesWithoutAnOffsetAsTheOrganisations(String given, String sent) {
    assertThat(document(Map.of("t", "text", "a", given)).get("authoredAt").asText())
        .isEqualTo(sent);
  }

  @ParameterizedTest
  @CsvSource({
    "01/07/2026 10:00,          2026-07-01T09:00:00Z",
    "01/12/2026 10:00,          2026-12-01T10:00:00Z",
    "01/07/2026,                2026-07-01T11:00:00Z",
    "2026-07-01T10:00:00Z,      ''",
    "13/13/2026,                ''",
  })
  void readsTimesAsTheImporterSaysAndInNoOtherWay(String given, String sent) {
    ImportDocuments british =
        new ImportDocuments(
            ALL, "W01", Instant.EPOCH, DateFormat.parse("dd/MM/yyyy[ HH:mm]"), documents.zone());
    assertThat(
            british
                .draft(ID, record(Map.of("t", "x", "a", given)))
                .document()
                .get("authoredAt")
                .asText())
        .isEqualTo(sent);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-01,           , DAY",
    "2026-10-01 09:30,     , MOMENT",
    "2026-10-01T09:30:00Z, , MOMENT",
    "'',                   , OURS",
    "01/10/2026,       dd/MM/yyyy[ HH:mm], DAY",
    "01/10/2026 12:00, dd/MM/yyyy[ HH:mm], MOMENT",
    "soon,             dd/MM/yyyy[ HH:mm], MOMENT",
  })
  void knowsADayFromAMoment(String given, String format, Time time) {
    ImportDocuments read =
        new ImportDocuments(
            ALL,
            "W01",
            Instant.EPOCH,
            format == null ? null : DateFormat.parse(format),
            documents.zone());
    assertThat(read.time(Map.of("a", given))).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=HYPERLINK(\"http://x\")",
        "= 1+1",
        "=-1",
        "=A1",
        "=$A$1",
        "=AB12 & C3",
        "=(A1+B1)/2",
        "=Sheet1!A1",
        "='Last year'!A1",
        "=\"kind\"",
        "=Total*2",
        "=sum(a1)",
        "=cmd|' /C calc'!A0",
        "@SUM(A1)",
        "+cmd|' /C calc'!A0",
        "-SUM(A1)",
        "#NAME?",
        "#REF! ",
      })
  void refusesACellThatASpreadsheetHasComputed(String cell) {
    assertThat(documents.draft(ID, record(Map.of("t", cell, "w", cell))).problems())
        .containsExactly(
            new FieldError("/text", ErrorCode.FORMULA_CELL),
            new FieldError("/wardId", ErrorCode.FORMULA_CELL));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- the nurses (all of them) were kind",
        "-calm and kind",
        "-nurse(s) were lovely",
        "+staff(all of them) great",
        "@Sarah(ward sister) was great",
        "-HCA(s) were lovely",
        "-I(my wife) was content",
        "@ night it was loud",
        "+ kind + calm",
        "=) thank you",
        "=great care",
        "= kind, calm - all of them!",
        "=nurse(s) were lovely",
        "=5 stars",
        "=D lovely",
        "#1 ward",
        "+44",
      })
  void takesWordsThatBeginLikeAFormula(String cell) {
    assertThat(document(Map.of("t", cell)).at("/answers/0/text").asText()).isEqualTo(cell);
  }

  @ParameterizedTest
  @CsvSource({
    "text, field=COLUMN",
    "text=, field=COLUMN",
    "colour=c, field=COLUMN",
    "text=a;text=b, text twice",
    "id=a, needs one of",
  })
  void refusesAMappingThatIsNone(String pairs, String detail) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> ColumnMapping.parse(List.of(pairs.split(";", -1))))
        .satisfies(
            refused -> {
              assertThat(refused.problem().code()).isEqualTo(ErrorCode.INVALID_PARAMETER);
              assertThat(refused.problem().detail()).contains(detail);
            });
  }

  @Test
  void aColumnMayHoldAnEqualsSign() {
    assertThat(ColumnMapping.parse(List.of("text=a=b")).columns()).containsExactly("a=b");
  }

  private ObjectNode document(Map<String, String> record) {
    ImportDocuments.Draft draft = documents.draft(ID, record(record));
    assertThat(draft.problems()).isEmpty();
    return draft.document();
  }

  private static SourceRecord record(Map<String, String> values) {
    return SourceRecord.of(2, values);
  }
}

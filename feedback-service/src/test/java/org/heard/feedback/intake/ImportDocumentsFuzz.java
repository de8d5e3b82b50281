package org.heard.feedback.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.FieldError;
import org.heard.feedback.problem.ProblemException;
import org.heard.feedback.records.RecordLimits;
import org.heard.feedback.records.SourceRecord;
import org.heard.feedback.records.SourceRecords;

class ImportDocumentsFuzz {
  private static final ColumnMapping MAPPING =
      ColumnMapping.parse(
          List.of("text=t", "question=q", "rating=r", "ward=w", "authoredAt=a", "language=l"));
  private static final RecordLimits LIMITS = new RecordLimits(1000, 10);

  private final ImportDocuments documents =
      new ImportDocuments(
          MAPPING, "W01", Instant.parse("2026-10-05T08:00:00Z"), null, ZoneId.of("Europe/London"));
  private final ImportIds ids = ImportIds.plain("O01", "fuzz");

  /** Whatever stands in ward, rating and time: a document with a time and a ward, or a refusal. */
  @FuzzTest(maxDuration = "30s")
  void becomeDocumentsOrAreRefused(byte[] lines) {
    try {
      SourceRecords records =
          SourceRecords.jsonLines(new ByteArrayInputStream(lines), List.of(), LIMITS);
      for (SourceRecord record = records.next(); record != null; record = records.next()) {
        if (record.values() != null) {
          check(record);
        }
      }
    } catch (ProblemException refusal) {
      assertThat(refusal.problem().status()).isEqualTo(422);
    }
  }

  private void check(SourceRecord record) {
    UUID id = ids.next(record.values(), java.util.Optional.empty(), "");
    ImportDocuments.Draft draft = documents.draft(id, record);
    assertThat(draft.document().path("wardId").asText()).isNotBlank();
    assertThat(draft.document().path("authoredAt").asText()).isNotBlank();
    assertThat(draft.document().path("rating").asInt(1)).isBetween(0, 6);
    assertThat(draft.problems())
        .extracting(FieldError::code)
        .isSubsetOf(ErrorCode.FORMULA_CELL, ErrorCode.WRONG_TYPE);
  }
}

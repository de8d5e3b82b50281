package org.heard.feedback.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.heard.feedback.problem.ErrorCode;
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
          MAPPING, "W01", Instant.parse("2026-10-05T08:00:00Z"), ZoneId.of("Europe/London"));
  private final ImportIds ids = new ImportIds("fuzz");

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
    UUID id = ids.next(record.values(), java.util.Optional.empty());
    try {
      ObjectNode document = documents.document(id, record.values());
      assertThat(document.path("wardId").asText()).isNotBlank();
      assertThat(document.path("authoredAt").asText()).isNotBlank();
      assertThat(document.path("rating").asInt(1)).isBetween(0, 6);
    } catch (ProblemException refusal) {
      assertThat(refusal.problem().code()).isEqualTo(ErrorCode.FORMULA_CELL);
    }
  }
}

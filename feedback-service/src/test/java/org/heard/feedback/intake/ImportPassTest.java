package org.heard.feedback.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.FieldError;
import org.heard.feedback.problem.ProblemException;
import org.heard.feedback.records.SourceRecord;
import org.heard.feedback.records.SourceRecords;
import org.heard.feedback.submission.SubmissionRequest;
import org.heard.feedback.submission.SubmissionService.Outcome;
import org.heard.feedback.submission.SubmissionService.Time;
import org.junit.jupiter.api.Test;

/** Chunks and limits; every record here is one that could not be read, so nothing is stored. */
class ImportPassTest {
  private static final ImportDocuments DOCUMENTS =
      new ImportDocuments(
          ColumnMapping.parse(List.of("text=t")), "W01", Instant.EPOCH, null, ZoneOffset.UTC);

  private static final SubmissionRequest REQUEST =
      new SubmissionRequest(
          new UUID(0, 1),
          "W01",
          1,
          List.of(),
          null,
          "import",
          "other",
          Instant.EPOCH,
          null,
          null,
          null,
          false,
          null,
          null,
          null);

  private final List<Integer> chunks = new ArrayList<>();

  @Test
  void goesChunkByChunkAndListsTheFirstProblemsOnly() {
    ImportCounts counts = run(5, ImportCounts.NONE, Long.MAX_VALUE);
    assertThat(chunks).containsExactly(2, 2, 1);
    assertThat(counts.records()).isEqualTo(5);
    assertThat(counts.rejected()).isEqualTo(5);
    assertThat(counts.problems()).extracting(RecordProblem::line).containsExactly(1L, 2L, 3L);
  }

  @Test
  void listsAllProblemsOfARecordUntilTheListIsFull() {
    ImportCounts counts =
        ImportCounts.NONE.and(
            List.of(
                new ImportPass.Read(
                    2,
                    null,
                    null,
                    RecordProblem.of(
                        2,
                        ProblemException.of(
                                List.of(
                                    new FieldError("/rating", ErrorCode.FORMULA_CELL),
                                    new FieldError("/rating", ErrorCode.INVALID_RATING),
                                    new FieldError("", ErrorCode.EMPTY_SUBMISSION)))
                            .problem())),
                new ImportPass.Read(
                    3,
                    null,
                    null,
                    RecordProblem.of(
                        3,
                        ProblemException.of(
                                List.of(
                                    new FieldError("/wardId", ErrorCode.UNKNOWN_WARD),
                                    new FieldError("/authoredAt", ErrorCode.INVALID_TIME)))
                            .problem()))),
            List.of(),
            ImportLimits.SMALL.maxProblems());
    assertThat(counts.rejected()).isEqualTo(2);
    assertThat(counts.problems())
        .containsExactly(
            new RecordProblem(2, ErrorCode.FORMULA_CELL, "/rating"),
            new RecordProblem(2, ErrorCode.EMPTY_SUBMISSION, null),
            new RecordProblem(3, ErrorCode.UNKNOWN_WARD, "/wardId"));
  }

  @Test
  void countsTheFlaggedOfTheAcceptedAndListsTheFirst() {
    List<ImportPass.Read> chunk = new ArrayList<>();
    List<Outcome> outcomes = new ArrayList<>();
    for (int line = 2; line < 7; line++) {
      chunk.add(new ImportPass.Read(line, REQUEST, Time.MOMENT, List.of()));
      outcomes.add(new Outcome(null, true, null, line == 3 ? null : "TOO_OLD"));
    }
    chunk.add(new ImportPass.Read(7, REQUEST, Time.MOMENT, List.of()));
    outcomes.add(new Outcome(null, false, null));
    ImportCounts counts = ImportCounts.NONE.and(chunk, outcomes, ImportLimits.SMALL.maxProblems());
    assertThat(counts.accepted()).isEqualTo(5);
    assertThat(counts.flagged()).isEqualTo(4);
    assertThat(counts.flags())
        .extracting(RecordFlag::line)
        .hasSize(ImportLimits.SMALL.maxProblems())
        .containsExactly(2L, 4L, 5L);
  }

  @Test
  void leavesOutWhatIsDone() {
    ImportCounts done = new ImportCounts(3, 2, 1, 0, List.of(), 0, List.of());
    ImportCounts counts = run(5, done, Long.MAX_VALUE);
    assertThat(counts.problems()).extracting(RecordProblem::line).containsExactly(4L, 5L);
    assertThat(counts).extracting(ImportCounts::records, ImportCounts::accepted).contains(5L, 2L);
  }

  @Test
  void stopsAtTheLimitAsked() {
    assertThat(run(5, ImportCounts.NONE, 3).records()).isEqualTo(3);
  }

  @Test
  void takesNoMoreRecordsThanAFileMayHave() {
    int most = ImportLimits.SMALL.maxRecords();
    assertThat(run(most, ImportCounts.NONE, Long.MAX_VALUE).records()).isEqualTo(most);
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> run(most + 1, ImportCounts.NONE, Long.MAX_VALUE))
        .satisfies(
            refused -> assertThat(refused.problem().code()).isEqualTo(ErrorCode.TOO_MANY_RECORDS));
  }

  private ImportCounts run(int records, ImportCounts done, long limit) {
    Iterator<SourceRecord> source = unreadable(records);
    return run(() -> source.hasNext() ? source.next() : null, done, limit);
  }

  private static Iterator<SourceRecord> unreadable(int records) {
    return IntStream.rangeClosed(1, records)
        .mapToObj(line -> SourceRecord.unreadable(line, ErrorCode.INVALID_JSON))
        .iterator();
  }

  private ImportCounts run(SourceRecords source, ImportCounts done, long limit) {
    chunks.clear();
    return new ImportPass(
            DOCUMENTS, ImportIds.plain("O01", "march"), null, null, false, ImportLimits.SMALL)
        .run(
            source,
            done,
            limit,
            (before, chunk) -> {
              chunks.add(chunk.size());
              return before.and(chunk, List.of(), ImportLimits.SMALL.maxProblems());
            });
  }
}

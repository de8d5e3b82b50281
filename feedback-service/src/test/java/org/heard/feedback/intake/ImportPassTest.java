package org.heard.feedback.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;
import org.heard.feedback.records.SourceRecord;
import org.junit.jupiter.api.Test;

/** Chunks and limits; every record here is one that could not be read, so nothing is stored. */
class ImportPassTest {
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
  void leavesOutWhatIsDone() {
    ImportCounts done = new ImportCounts(3, 2, 1, 0, List.of());
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
    chunks.clear();
    Iterator<SourceRecord> source =
        IntStream.rangeClosed(1, records)
            .mapToObj(line -> SourceRecord.unreadable(line, ErrorCode.INVALID_JSON))
            .iterator();
    return new ImportPass(null, new ImportIds("march"), null, null, ImportLimits.SMALL)
        .run(
            () -> source.hasNext() ? source.next() : null,
            done,
            limit,
            (before, chunk) -> {
              chunks.add(chunk.size());
              return before.and(chunk, List.of(), ImportLimits.SMALL.maxProblems());
            });
  }
}

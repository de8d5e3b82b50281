package org.heard.feedback.intake;

import java.util.List;
import java.util.stream.Stream;
import org.heard.feedback.submission.SubmissionService.Outcome;

/**
 * What became of the records so far: {@code records} is the sum of the other three.
 *
 * @param problems the first that rejected records have, all of a record one after the other
 * @param flagged those of the accepted that count when they were received
 * @param flags the first of these
 */
record ImportCounts(
    long records,
    long accepted,
    long duplicate,
    long rejected,
    List<RecordProblem> problems,
    long flagged,
    List<RecordFlag> flags) {
  static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, List.of(), 0, List.of());

  /** With one more record that was stored, or was stored already. */
  private ImportCounts taken(long line, Outcome outcome, int maxFlags) {
    boolean created = outcome.created();
    boolean isFlagged = created && outcome.timeFlag() != null;
    return new ImportCounts(
        records + 1,
        accepted + (created ? 1 : 0),
        duplicate + (created ? 0 : 1),
        rejected,
        problems,
        flagged + (isFlagged ? 1 : 0),
        isFlagged
            ? first(flags, List.of(new RecordFlag(line, outcome.timeFlag())), maxFlags)
            : flags);
  }

  private ImportCounts rejected(List<RecordProblem> its, int maxProblems) {
    List<RecordProblem> listed = first(problems, its, maxProblems);
    return new ImportCounts(records + 1, accepted, duplicate, rejected + 1, listed, flagged, flags);
  }

  /**
   * With the records of a chunk; there is an outcome for each that could be read, in order.
   *
   * @param maxProblems listed, and as many flags
   */
  ImportCounts and(List<ImportPass.Read> chunk, List<Outcome> outcomes, int maxProblems) {
    ImportCounts counts = this;
    int next = 0;
    for (ImportPass.Read read : chunk) {
      if (read.request() == null) {
        counts = counts.rejected(read.problems(), maxProblems);
        continue;
      }
      Outcome outcome = outcomes.get(next++);
      counts =
          outcome.refusal() == null
              ? counts.taken(read.line(), outcome, maxProblems)
              : counts.rejected(
                  RecordProblem.of(read.line(), outcome.refusal().problem()), maxProblems);
    }
    return counts;
  }

  private static <T> List<T> first(List<T> listed, List<T> more, int max) {
    if (listed.size() >= max || more.isEmpty()) {
      return listed;
    }
    return Stream.concat(listed.stream(), more.stream()).limit(max).toList();
  }
}

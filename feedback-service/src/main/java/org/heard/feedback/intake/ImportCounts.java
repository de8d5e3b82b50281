package org.heard.feedback.intake;

import java.util.ArrayList;
import java.util.List;
import org.heard.feedback.submission.SubmissionService.Outcome;

/**
 * What became of the records so far: {@code records} is the sum of the other three.
 *
 * @param problems the first of those that were rejected
 */
record ImportCounts(
    long records, long accepted, long duplicate, long rejected, List<RecordProblem> problems) {
  static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, List.of());

  /** With one more record that was stored, or was stored already. */
  private ImportCounts taken(boolean created) {
    return new ImportCounts(
        records + 1,
        accepted + (created ? 1 : 0),
        duplicate + (created ? 0 : 1),
        rejected,
        problems);
  }

  private ImportCounts rejected(RecordProblem problem, int maxProblems) {
    List<RecordProblem> listed = problems;
    if (problems.size() < maxProblems) {
      listed = new ArrayList<>(problems);
      listed.add(problem);
    }
    return new ImportCounts(records + 1, accepted, duplicate, rejected + 1, listed);
  }

  /** With the records of a chunk; there is an outcome for each that could be read, in order. */
  ImportCounts and(List<ImportPass.Read> chunk, List<Outcome> outcomes, int maxProblems) {
    ImportCounts counts = this;
    int next = 0;
    for (ImportPass.Read read : chunk) {
      if (read.request() == null) {
        counts = counts.rejected(read.problem(), maxProblems);
        continue;
      }
      Outcome outcome = outcomes.get(next++);
      counts =
          outcome.refusal() == null
              ? counts.taken(outcome.created())
              : counts.rejected(
                  RecordProblem.of(read.line(), outcome.refusal().problem()), maxProblems);
    }
    return counts;
  }
}

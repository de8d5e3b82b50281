package org.heard.feedback.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;
import org.heard.feedback.submission.SubmissionRequest;
import org.heard.feedback.submission.SubmissionService.Outcome;
import org.heard.feedback.submission.SubmissionService.Sent;
import org.heard.feedback.submission.SubmissionService.Time;

/** Knows what a dry run would have stored before, since nothing is. */
final class Rehearsal {
  /**
   * By a hash of its id, each as a pair of hashes: of the whole, and of all but its time. For the
   * memory's sake: of 250,000 ids two share a hash once in 500 million files.
   */
  private final LongMap stored = new LongMap();

  /** Corrects outcomes of submissions whose ids came earlier in the file. */
  List<Outcome> inThisFile(List<Sent> chunk, List<Outcome> outcomes) {
    List<Outcome> corrected = new ArrayList<>(outcomes.size());
    for (int i = 0; i < outcomes.size(); i++) {
      corrected.add(inThisFile(chunk.get(i), outcomes.get(i)));
    }
    return corrected;
  }

  private Outcome inThisFile(Sent sent, Outcome outcome) {
    if (!outcome.created()) {
      return outcome;
    }
    long hashes = hashes(sent.request());
    long id = hash(sent.request().id());
    long before = stored.get(id);
    if (before == LongMap.ABSENT) {
      stored.put(id, hashes);
      return outcome;
    }
    return before == hashes || (sent.time() == Time.OURS && (int) before == (int) hashes)
        ? new Outcome(outcome.view(), false, null)
        : new Outcome(
            null,
            false,
            new ProblemException(
                ErrorCode.ID_REUSED, "The id stands in the file with other content."));
  }

  private static long hashes(SubmissionRequest request) {
    long whole = request.hashCode();
    long hashes =
        whole << Integer.SIZE | Integer.toUnsignedLong(request.authored(Instant.EPOCH).hashCode());
    return hashes == LongMap.ABSENT ? 1 : hashes;
  }

  /** Another for ids that are near each other in either half; as of random ones, for others. */
  private static long hash(UUID id) {
    return id.getMostSignificantBits() * 0x9E3779B97F4A7C15L + id.getLeastSignificantBits();
  }
}

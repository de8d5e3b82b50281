package org.heard.feedback.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;
import org.heard.feedback.submission.SubmissionRequest;
import org.heard.feedback.submission.SubmissionService.Outcome;
import org.heard.feedback.submission.SubmissionService.Sent;
import org.heard.feedback.submission.SubmissionService.Time;

/** Knows what a dry run would have stored before, since nothing is. */
final class Rehearsal {
  /** Each as a pair of hashes: of the whole, and of all but its time. */
  private final Map<UUID, Long> stored = new HashMap<>();

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
    Long before = stored.putIfAbsent(sent.request().id(), hashes);
    if (before == null) {
      return outcome;
    }
    return before == hashes || (sent.time() == Time.OURS && before.intValue() == (int) hashes)
        ? new Outcome(outcome.view(), false, null)
        : new Outcome(
            null,
            false,
            new ProblemException(
                ErrorCode.ID_REUSED, "The id stands in the file with other content."));
  }

  private static long hashes(SubmissionRequest request) {
    long whole = request.hashCode();
    return whole << Integer.SIZE
        | Integer.toUnsignedLong(request.authored(Instant.EPOCH).hashCode());
  }
}

package org.heard.feedback.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.heard.feedback.submission.Removal;

/**
 * Places and lifts legal holds. analytics-service keeps them; that one is placed and words are
 * destroyed, which is done here, comes one after the other by a lock on its hold.
 */
@ApplicationScoped
class LegalHolds {
  private final Removal removal;
  private final ErasureRepository records;
  private final Holds holds;

  LegalHolds(Removal removal, ErasureRepository records, Holds holds) {
    this.removal = removal;
    this.records = records;
    this.holds = holds;
  }

  /**
   * Places it; see {@link Holds#legalHold}. Whoever destroys asks about holds, and is done, either
   * before or after.
   */
  @Transactional
  boolean place(UUID submission, String caller) throws IOException {
    // Not under the lock, where others wait.
    holds.prepare();
    records.lockHolds(List.of(submission));
    return holds.legalHold(submission, true, caller);
  }

  /** Lifts it; the same. */
  boolean lift(UUID submission, String caller) throws IOException {
    return holds.legalHold(submission, false, caller);
  }

  /**
   * Whether a submission of these organisations is stored here: who keeps the holds and does not
   * know it has not read of it yet.
   */
  @Transactional
  boolean isStored(UUID submission, Set<String> organisations) {
    return removal
        .stored(submission)
        .filter(stored -> organisations.contains(stored.organisationId()))
        .isPresent();
  }
}

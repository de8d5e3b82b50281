package org.heard.feedback.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.util.List;
import java.util.UUID;

/**
 * Places and lifts legal holds. analytics-service keeps them; that one is placed and words are
 * destroyed, which is done here, comes one after the other by a lock on its hold.
 */
@ApplicationScoped
class LegalHolds {
  private final ErasureRepository records;
  private final Holds holds;

  LegalHolds(ErasureRepository records, Holds holds) {
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
}

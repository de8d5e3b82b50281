package org.heard.feedback.erasure;

import java.io.IOException;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What analytics-service knows: what may not be destroyed yet, and what is erased there. */
interface Holds {
  /**
   * Whether a submission is held.
   *
   * @throws IOException if that cannot be known now: then it is
   */
  boolean held(UUID submission) throws IOException;

  /**
   * Those of these that are held.
   *
   * @throws IOException if that cannot be known now: then all are
   */
  Set<UUID> held(Collection<UUID> submissions) throws IOException;

  /**
   * Why a submission's words are gone where they are read and counted; empty as long as its erasure
   * did not come there.
   *
   * @throws IOException if that cannot be known now
   */
  Optional<String> erasedReason(UUID submission) throws IOException;

  /**
   * Has at hand what a question needs, so that one that is asked at once takes no longer than its
   * answer.
   *
   * @throws IOException if nothing can be asked now
   */
  void prepare() throws IOException;

  /**
   * Places a submission's legal hold, or lifts it.
   *
   * @param caller the token of who asks
   * @return false if the submission does not exist for the caller
   * @throws IOException if that cannot be done, or be known to be done, now
   */
  boolean legalHold(UUID submission, boolean placed, String caller) throws IOException;
}

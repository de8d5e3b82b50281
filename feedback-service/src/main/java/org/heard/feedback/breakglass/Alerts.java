package org.heard.feedback.breakglass;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Alerts, which analytics-service keeps. */
interface Alerts {
  /**
   * An open alert, as far as it matters here.
   *
   * @param withheldAnswers numbers, from 1, of the submission's answers that wait for other lanes
   *     than the caller's
   */
  record Alert(String id, UUID submissionId, String lane, Set<Integer> withheldAnswers) {}

  /**
   * The open alert with this id.
   *
   * @param caller the token of who asks
   * @return empty if there is none for the caller
   * @throws IOException if that cannot be known now
   */
  Optional<Alert> open(String id, String caller) throws IOException;
}

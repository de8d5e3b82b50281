package org.heard.feedback.breakglass;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

/** Alerts, which analytics-service keeps. */
interface Alerts {
  /** An open alert, as far as it matters here. */
  record Alert(String id, UUID submissionId, String lane) {}

  /**
   * The open alert with this id.
   *
   * @param caller the token of who asks
   * @return empty if there is none for the caller
   * @throws IOException if that cannot be known now
   */
  Optional<Alert> open(String id, String caller) throws IOException;
}

package org.heard.feedback.submission;

import java.time.Duration;
import java.time.Instant;
import org.heard.feedback.device.Sender;

/**
 * When a submission counts. A device's time is data, not truth: outside its bounds the time of
 * receipt counts instead, and the flag says so.
 *
 * @param flag null, {@code AHEAD} or {@code TOO_OLD}
 */
record CountedTime(Instant countedAt, String flag) {
  static CountedTime of(
      Instant authoredAt, Instant receivedAt, Sender sender, SubmissionSettings settings) {
    Duration maxAge = sender.isKiosk() ? settings.maxKioskAge() : settings.maxImportAge();
    if (authoredAt.isAfter(receivedAt.plus(settings.maxAhead()))) {
      return new CountedTime(receivedAt, "AHEAD");
    }
    if (authoredAt.isBefore(receivedAt.minus(maxAge))) {
      return new CountedTime(receivedAt, "TOO_OLD");
    }
    return new CountedTime(authoredAt, null);
  }
}

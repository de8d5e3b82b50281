package org.heard.feedback.submission;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
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
    return of(authoredAt, receivedAt, receivedAt.minus(maxAge(sender, settings)), settings);
  }

  /**
   * The same for what says only its day, of which the first moment stands here: the whole of the
   * oldest day is within the bounds, however late it is received.
   */
  static CountedTime ofDay(
      Instant authoredAt,
      Instant receivedAt,
      ZoneId zone,
      Sender sender,
      SubmissionSettings settings) {
    Instant oldest =
        LocalDateTime.ofInstant(receivedAt, zone)
            .minus(maxAge(sender, settings))
            .toLocalDate()
            .atStartOfDay(zone)
            .toInstant();
    return of(authoredAt, receivedAt, oldest, settings);
  }

  private static CountedTime of(
      Instant authoredAt, Instant receivedAt, Instant oldest, SubmissionSettings settings) {
    if (authoredAt.isAfter(receivedAt.plus(settings.maxAhead()))) {
      return new CountedTime(receivedAt, "AHEAD");
    }
    return authoredAt.isBefore(oldest)
        ? new CountedTime(receivedAt, "TOO_OLD")
        : new CountedTime(authoredAt, null);
  }

  private static Duration maxAge(Sender sender, SubmissionSettings settings) {
    return sender.isKiosk() ? settings.maxKioskAge() : settings.maxImportAge();
  }
}

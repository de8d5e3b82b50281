package org.heard.feedback.submission;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.heard.feedback.device.Sender;
import org.heard.feedback.submission.SubmissionService.Time;

/**
 * When a submission counts. A device's time is data, not truth: outside its bounds the time of
 * receipt counts instead, and the flag says so.
 *
 * @param flag null, {@code AHEAD} or {@code TOO_OLD}
 */
record CountedTime(Instant countedAt, String flag) {
  static CountedTime of(
      Instant authoredAt, Instant receivedAt, Sender sender, SubmissionSettings settings) {
    Instant oldest = receivedAt.minus(maxAge(sender, settings));
    return of(authoredAt, authoredAt, receivedAt, oldest, settings);
  }

  /**
   * The same for what says only its day, of which any moment stands here, and counts: the day is
   * judged by its beginning, so that its noon is not ahead in the morning, and the whole of the
   * oldest day is within the bounds, however late it is received.
   */
  static CountedTime ofDay(
      Instant authoredAt,
      Instant receivedAt,
      ZoneId zone,
      Sender sender,
      SubmissionSettings settings) {
    LocalDateTime received = LocalDateTime.ofInstant(receivedAt, zone);
    Instant oldest = beginning(received.minus(maxAge(sender, settings)), zone);
    Instant began = beginning(LocalDateTime.ofInstant(authoredAt, zone), zone);
    return of(began, authoredAt, receivedAt, oldest, settings);
  }

  /** The first or the second, by what the time says. */
  static CountedTime of(
      Instant authoredAt,
      Time time,
      Instant receivedAt,
      Supplier<ZoneId> zone,
      Sender sender,
      SubmissionSettings settings) {
    return time == Time.DAY
        ? ofDay(authoredAt, receivedAt, zone.get(), sender, settings)
        : of(authoredAt, receivedAt, sender, settings);
  }

  private static Instant beginning(LocalDateTime moment, ZoneId zone) {
    return moment.toLocalDate().atStartOfDay(zone).toInstant();
  }

  private static CountedTime of(
      Instant judged,
      Instant authoredAt,
      Instant receivedAt,
      Instant oldest,
      SubmissionSettings settings) {
    if (judged.isAfter(receivedAt.plus(settings.maxAhead()))) {
      return new CountedTime(receivedAt, "AHEAD");
    }
    return judged.isBefore(oldest)
        ? new CountedTime(receivedAt, "TOO_OLD")
        : new CountedTime(authoredAt, null);
  }

  private static Duration maxAge(Sender sender, SubmissionSettings settings) {
    return sender.isKiosk() ? settings.maxKioskAge() : settings.maxImportAge();
  }
}

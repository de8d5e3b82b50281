package org.heard.feedback.breakglass;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.heard.feedback.breakglass.RawWordsView.RawAnswer;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;
import org.heard.feedback.submission.StoredWords;
import org.heard.feedback.vault.Purpose;
import org.heard.feedback.vault.Sealed;
import org.heard.feedback.vault.Vault;

/**
 * Opens what is sealed of a submission, and never without a record of it: when a call returns, the
 * record is on disk.
 */
@ApplicationScoped
class RawAccesses {
  /** What a reason is sealed as. */
  static final String REASON = "reason";

  private static final Duration HOUR = Duration.ofHours(1);

  private final RawAccessRepository records;
  private final StoredWords words;
  private final Vault vault;
  private final RawAccessSettings settings;
  private final ObjectMapper json;
  private final Clock clock;

  RawAccesses(
      RawAccessRepository records,
      StoredWords words,
      Vault vault,
      RawAccessSettings settings,
      ObjectMapper json,
      Clock clock) {
    this.records = records;
    this.words = words;
    this.vault = vault;
    this.settings = settings;
    this.json = json;
    this.clock = clock;
  }

  /** Who reads, and which organisations exist for them. */
  record Reader(String subject, Set<String> organisations) {}

  /** An answer as it was sealed. */
  private record Written(String question, String text) {}

  /**
   * The words of the alert's submission.
   *
   * @throws ProblemException {@code NOT_FOUND}, {@code RATE_LIMITED}, {@code MISSING_FIELD} without
   *     a reason where one is needed
   */
  RawWordsView read(Alerts.Alert alert, RawAccessRequest request, Reader reader) {
    return QuarkusTransaction.requiringNew().call(() -> readNow(alert, request, reader));
  }

  private RawWordsView readNow(Alerts.Alert alert, RawAccessRequest request, Reader reader) {
    UUID submission = alert.submissionId();
    records.lock(reader.subject());
    StoredWords.Words stored =
        words.find(submission, reader.organisations()).orElseThrow(RawAccesses::unknown);
    byte[] sealed = vault.open(submission, Purpose.ANSWERS).orElseThrow(RawAccesses::unknown);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    requireRoom(reader.subject(), now);
    RawAccess grant =
        records
            .live(reader.subject(), submission, alert.id(), now)
            .orElseGet(() -> grant(alert, request.requiredReason(), reader, stored, now));
    note(grant, now);
    return new RawWordsView(
        grant.id,
        submission,
        alert.id(),
        grant.expiresAt,
        answers(sealed, stored.texts(), alert.withheldAnswers()));
  }

  private void requireRoom(String subject, Instant now) {
    records
        .nthLast(subject, now.minus(HOUR), settings.perHour())
        .ifPresent(
            oldest -> {
              throw new ProblemException(
                  ErrorCode.RATE_LIMITED,
                  "At most " + settings.perHour() + " readings an hour.",
                  Duration.between(now, oldest.plus(HOUR)));
            });
  }

  private RawAccess grant(
      Alerts.Alert alert, String reason, Reader reader, StoredWords.Words stored, Instant now) {
    RawAccess grant = new RawAccess();
    grant.id = UUID.randomUUID();
    grant.submissionId = alert.submissionId();
    grant.organisationId = stored.organisationId();
    grant.alertId = alert.id();
    grant.lane = alert.lane();
    grant.subject = reader.subject();
    Sealed sealed = vault.seal(REASON, grant.id, reason.getBytes(StandardCharsets.UTF_8));
    grant.reasonKey = sealed.keyId();
    grant.reason = sealed.bytes();
    grant.grantedAt = now;
    grant.expiresAt = now.plus(settings.lasts());
    records.persist(grant);
    return grant;
  }

  private void note(RawAccess grant, Instant now) {
    RawReading reading = new RawReading();
    reading.id = UUID.randomUUID();
    reading.accessId = grant.id;
    reading.subject = grant.subject;
    reading.readAt = now;
    records.getEntityManager().persist(reading);
  }

  private List<RawAnswer> answers(byte[] sealed, List<String> redacted, Set<Integer> withheld) {
    try {
      Written[] written = json.readValue(sealed, Written[].class);
      List<RawAnswer> answers = new ArrayList<>();
      for (int i = 0; i < written.length; i++) {
        String without = redacted.size() == written.length ? redacted.get(i) : null;
        answers.add(
            withheld.contains(i + 1)
                ? RawAnswer.withheld(written[i].question())
                : new RawAnswer(written[i].question(), written[i].text(), without, null));
      }
      return answers;
    } catch (IOException impossible) {
      // Without its cause, which quotes what was read.
      throw new UncheckedIOException(new IOException("a record of our own could not be read"));
    }
  }

  private static ProblemException unknown() {
    return new ProblemException(ErrorCode.NOT_FOUND, "No such alert of this submission.");
  }
}

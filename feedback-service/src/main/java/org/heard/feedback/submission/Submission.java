package org.heard.feedback.submission;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heard.feedback.event.EventEncoder;
import org.heard.feedback.event.FeedbackErased;
import org.heard.feedback.event.FeedbackSubmitted;
import org.heard.feedback.event.PublishedFact;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/**
 * A submission as stored, its words without identifiers; as they were written they are sealed, in
 * the vault. Its documents are never changed in place, so nobody need copy and compare them to find
 * out.
 */
@Entity
class Submission {
  private static final String RETENTION = "retention";

  @Id UUID id;

  @Column(name = "content_mac")
  byte[] contentMac;

  /** Counts changes; our own, because it is published. */
  int version;

  @Column(name = "device_id")
  UUID deviceId;

  @Column(name = "device_sequence")
  Long deviceSequence;

  @Column(name = "organisation_id")
  String organisationId;

  @Column(name = "site_id")
  String siteId;

  @Column(name = "ward_id")
  String wardId;

  Short rating;

  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  List<FeedbackSubmitted.Answer> answers;

  String language;
  String channel;
  String mode;
  String respondent;
  String format;

  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  FeedbackSubmitted.Demographics demographics;

  @Column(name = "consent_to_publish")
  boolean consentToPublish;

  @Column(name = "receipt_hash")
  byte[] receiptHash;

  @Column(name = "authored_at")
  Instant authoredAt;

  @Column(name = "received_at")
  Instant receivedAt;

  @Column(name = "counted_at")
  Instant countedAt;

  @Column(name = "time_flag")
  String timeFlag;

  @Column(name = "redaction_version")
  String redactionVersion;

  /** When all that it said was taken back; null as long as it counts. */
  @Column(name = "erased_at")
  Instant erasedAt;

  @Column(name = "erased_reason")
  String erasedReason;

  /** When its words had been kept for long enough; what it counted stays. */
  @Column(name = "expired_at")
  Instant expiredAt;

  /** When what was sealed of it was destroyed, its time being over. */
  @Column(name = "sealed_gone_at")
  Instant sealedGoneAt;

  /**
   * Takes back all that was said, and what could tell who said it. The id stays, so that it is
   * never taken in again; the times stay, since tallies of the past count by them.
   */
  FeedbackErased erase(Instant now, String reason) {
    removeWords();
    contentMac = null;
    rating = null;
    respondent = null;
    format = null;
    consentToPublish = false;
    erasedAt = now;
    erasedReason = reason;
    return new FeedbackErased(id, ++version, wardId, organisationId, now, reason);
  }

  /** Removes the words, their time being over. */
  FeedbackErased expire(Instant now) {
    removeWords();
    expiredAt = now;
    return new FeedbackErased(id, ++version, wardId, organisationId, now, RETENTION);
  }

  /**
   * Takes back the agreement to publish.
   *
   * @return whether there was one, of words that are still here
   */
  boolean withdrawConsent() {
    boolean given = consentToPublish && erasedAt == null && expiredAt == null;
    if (given) {
      consentToPublish = false;
      version++;
    }
    return given;
  }

  private void removeWords() {
    answers = List.of();
    language = null;
    demographics = null;
  }

  /**
   * All there is to publish about the submission as it stands: its state, its erasure, or both
   * where the words are gone and the counts stay. Consumers that have it drop it.
   */
  List<PublishedFact> facts() {
    if (erasedAt != null) {
      return List.of(
          EventEncoder.encode(
              new FeedbackErased(id, version, wardId, organisationId, erasedAt, erasedReason)));
    }
    PublishedFact state = EventEncoder.encode(fact());
    return expiredAt == null
        ? List.of(state)
        : List.of(
            state,
            EventEncoder.encode(
                new FeedbackErased(id, version, wardId, organisationId, expiredAt, RETENTION)));
  }

  /** What may leave this service about the submission. */
  FeedbackSubmitted fact() {
    return new FeedbackSubmitted(
        id,
        // The end of the words is a version of its own, and no change of what was submitted.
        expiredAt == null ? version : version - 1,
        wardId,
        siteId,
        organisationId,
        rating == null ? null : rating.intValue(),
        answers,
        language,
        channel,
        mode,
        respondent,
        format,
        authoredAt,
        receivedAt,
        countedAt,
        timeFlag,
        consentToPublish,
        demographics,
        redactionVersion);
  }
}

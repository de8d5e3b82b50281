package org.heard.feedback.submission;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heard.feedback.event.FeedbackSubmitted;
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

  /** What may leave this service about the submission. */
  FeedbackSubmitted fact() {
    return new FeedbackSubmitted(
        id,
        version,
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

package org.heard.feedback.submission;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A submission that came with a revoked key: whole, sealed, and nothing else yet. */
@Entity
@Table(name = "quarantine")
class QuarantinedSubmission {
  /** The submission's own. */
  @Id UUID id;

  @Column(name = "device_key_id")
  UUID deviceKeyId;

  @Column(name = "device_id")
  UUID deviceId;

  @Column(name = "device_sequence")
  Long deviceSequence;

  @Column(name = "content_mac")
  byte[] contentMac;

  /** Of the code that its author has, or would have; null for one from before this was kept. */
  @Column(name = "receipt_hash")
  byte[] receiptHash;

  /**
   * Whether its author has taken back that the words may be shown. The document stays as it came:
   * what is sent again is compared with it.
   */
  @Column(name = "consent_withdrawn")
  boolean consentWithdrawn;

  @Column(name = "received_at")
  Instant receivedAt;

  @Column(name = "sealed_with")
  String sealedWith;

  byte[] sealed;
}

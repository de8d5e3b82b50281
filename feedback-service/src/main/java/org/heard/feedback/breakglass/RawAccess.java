package org.heard.feedback.breakglass;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/**
 * That somebody was let in to read one submission's words, and why. Nothing here changes it again.
 */
@Entity
@Immutable
@Table(name = "raw_access")
class RawAccess {
  @Id UUID id;

  @Column(name = "submission_id")
  UUID submissionId;

  @Column(name = "organisation_id")
  String organisationId;

  @Column(name = "alert_id")
  String alertId;

  String lane;

  /** Who, as the identity provider names them. */
  String subject;

  @Column(name = "reason_key")
  String reasonKey;

  /** Sealed; null once the words are destroyed. */
  byte[] reason;

  @Column(name = "granted_at")
  Instant grantedAt;

  @Column(name = "expires_at")
  Instant expiresAt;
}

package org.heard.feedback.erasure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That a submission's words were taken back, and nothing of what they were. */
@Entity
@Table(name = "erasure")
class ErasureRecord {
  @Id
  @Column(name = "submission_id")
  UUID submissionId;

  @Column(name = "organisation_id")
  String organisationId;

  /** The code of a {@link Reason}. */
  String reason;

  @Column(name = "requested_at")
  Instant requestedAt;

  /** In which role it was asked for; null of a receipt's holder and of retention. */
  String role;

  /** Who asked for it, as the identity provider names them. */
  String subject;

  /** Not before then is destroyed what is sealed, or asked again whether it may be. */
  Instant until;

  /** When what is sealed was destroyed; null as long as it waits. */
  @Column(name = "destroyed_at")
  Instant destroyedAt;
}

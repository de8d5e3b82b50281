package org.heard.feedback.praise;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That somebody was told names of staff of a submission, and never which. */
@Entity
@Table(name = "name_reading")
class NameReading {
  @Id UUID id;

  @Column(name = "submission_id")
  UUID submissionId;

  @Column(name = "organisation_id")
  String organisationId;

  @Column(name = "ward_id")
  String wardId;

  /** Who was told, as the identity provider names them. */
  String subject;

  String[] tokens;

  @Column(name = "read_at")
  Instant readAt;
}

package org.heard.feedback.breakglass;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** That words were read once. */
@Entity
@Immutable
@Table(name = "raw_reading")
class RawReading {
  @Id UUID id;

  @Column(name = "access_id")
  UUID accessId;

  String subject;

  @Column(name = "read_at")
  Instant readAt;
}

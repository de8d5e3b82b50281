package org.heard.feedback.breakglass;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** That a second person has looked at it. */
@Entity
@Immutable
@Table(name = "raw_access_seen")
class RawAccessSeen {
  @Id
  @Column(name = "access_id")
  UUID accessId;

  String subject;

  @Column(name = "seen_at")
  Instant seenAt;
}

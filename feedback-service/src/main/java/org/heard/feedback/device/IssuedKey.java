package org.heard.feedback.device;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A key that a device has or had. */
@Entity
@Table(name = "device_key")
class IssuedKey {
  @Id UUID id;

  @ManyToOne
  @JoinColumn(name = "device_id")
  Device device;

  @Column(name = "key_hash")
  byte[] hash;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "revoked_at")
  Instant revokedAt;

  /** How much came with it after it was revoked and waits for an admin. */
  int quarantined;

  @Column(name = "quarantine_closed")
  boolean quarantineClosed;
}

package org.heard.feedback.device;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** A registered kiosk or importer. */
@Entity
class Device {
  @Id UUID id;
  String name;
  String kind;

  @Column(name = "organisation_id")
  String organisationId;

  @Column(name = "ward_id")
  String wardId;

  @Column(name = "key_hash")
  byte[] keyHash;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "revoked_at")
  Instant revokedAt;
}

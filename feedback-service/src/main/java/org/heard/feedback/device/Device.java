package org.heard.feedback.device;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A registered kiosk or importer. */
@Entity
class Device {
  @Id UUID id;
  String name;
  String kind;

  @Column(name = "organisation_id")
  String organisationId;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "revoked_at")
  Instant revokedAt;

  /** Null as long as nothing is known. */
  @Embedded DeviceHealth health;

  /** Where a kiosk stands and stood, in the order of time; empty for an importer. */
  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "device_ward", joinColumns = @JoinColumn(name = "device_id"))
  @OrderBy("since")
  List<Assignment> wards = new ArrayList<>();

  /** From then on it stands there; what was to happen later no longer will. */
  void standsOn(String wardId, Instant since) {
    wards.removeIf(assignment -> !assignment.since().isBefore(since));
    wards.add(new Assignment(wardId, since));
  }

  /**
   * As the holder of a key.
   *
   * @param revokedKey its id, null if the key is good
   */
  Sender sender(UUID revokedKey) {
    return new Sender(id, DeviceKind.of(kind), organisationId, List.copyOf(wards), revokedKey);
  }
}

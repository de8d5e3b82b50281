package org.heard.feedback.device;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Codes that wait to be used, by a keyed hash; at most one a device. */
@ApplicationScoped
class PairingRepository {
  private final EntityManager entities;

  PairingRepository(EntityManager entities) {
    this.entities = entities;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void put(UUID device, byte[] mac, Instant expiresAt) {
    entities
        .createNativeQuery(
            "INSERT INTO pairing_code (device_id, code_mac, expires_at)"
                + " VALUES (:device, :mac, :expires) ON CONFLICT (device_id)"
                + " DO UPDATE SET code_mac = :mac, expires_at = :expires")
        .setParameter("device", device)
        .setParameter("mac", mac)
        .setParameter("expires", OffsetDateTime.ofInstant(expiresAt, ZoneOffset.UTC))
        .executeUpdate();
  }

  /** The device of this code, unless it has expired; the code is gone then. */
  @Transactional(Transactional.TxType.MANDATORY)
  Optional<Device> take(byte[] mac, Instant now) {
    List<?> taken =
        entities
            .createNativeQuery(
                "DELETE FROM pairing_code WHERE code_mac = :mac AND expires_at > :now"
                    + " RETURNING device_id",
                UUID.class)
            .setParameter("mac", mac)
            .setParameter("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
            .getResultList();
    return taken.stream()
        .findFirst()
        .map(id -> entities.find(Device.class, id, LockModeType.PESSIMISTIC_WRITE));
  }
}

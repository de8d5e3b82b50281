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

  /**
   * The device of this code, unless it has expired; the code is gone then. The device is locked
   * first, as by everything else that touches its code: in another order two would wait for each
   * other.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  Optional<Device> take(byte[] mac, Instant now) {
    List<?> devices =
        entities
            .createNativeQuery(
                "SELECT device_id FROM pairing_code WHERE code_mac = :mac AND expires_at > :now",
                UUID.class)
            .setParameter("mac", mac)
            .setParameter("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
            .getResultList();
    return devices.stream()
        .findFirst()
        .map(id -> entities.find(Device.class, id, LockModeType.PESSIMISTIC_WRITE))
        .filter(device -> isTaken(device.id, mac));
  }

  /** False where somebody else was first. */
  private boolean isTaken(UUID device, byte[] mac) {
    return entities
            .createNativeQuery(
                "DELETE FROM pairing_code WHERE device_id = :device AND code_mac = :mac")
            .setParameter("device", device)
            .setParameter("mac", mac)
            .executeUpdate()
        == 1;
  }

  /** The code of this device, if it has one, is worth nothing any more. */
  @Transactional(Transactional.TxType.MANDATORY)
  void drop(UUID device) {
    entities
        .createNativeQuery("DELETE FROM pairing_code WHERE device_id = :device")
        .setParameter("device", device)
        .executeUpdate();
  }
}

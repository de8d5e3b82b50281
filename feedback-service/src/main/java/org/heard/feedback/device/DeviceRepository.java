package org.heard.feedback.device;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class DeviceRepository implements PanacheRepositoryBase<Device, UUID> {

  /**
   * The device with this id, if it belongs to one of these organisations, until the commit ours.
   */
  Optional<Device> lock(UUID id, Set<String> organisations) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
        .filter(device -> organisations.contains(device.organisationId));
  }

  Optional<IssuedKey> findKey(byte[] hash) {
    return getEntityManager()
        .createQuery("from IssuedKey k join fetch k.device where k.hash = :hash", IssuedKey.class)
        .setParameter("hash", hash)
        .getResultStream()
        .findFirst();
  }

  /** Notes that a device was there, unless that was noted after {@code unlessSince}. */
  void seen(Device device, Instant now, Instant unlessSince) {
    update(
        "health.lastSeenAt = ?1 where id = ?2 and (health.lastSeenAt is null or health.lastSeenAt <"
            + " ?3)",
        now,
        device.id,
        unlessSince);
  }

  /**
   * Notes what a device said of itself, and nothing else of it: an admin may be revoking it just
   * now.
   */
  void reported(UUID id, DeviceHealth said) {
    update(
        "health.lastSeenAt = ?1, health.reportedAt = ?2, health.clockSkewMillis = ?3,"
            + " health.queueLength = ?4 where id = ?5",
        said.lastSeenAt(),
        said.reportedAt(),
        said.clockSkewMillis(),
        said.queueLength(),
        id);
  }

  /** At most {@code limit} devices with ids after {@code afterId}. */
  List<Device> page(Set<String> organisations, UUID afterId, int limit) {
    return find("organisationId in ?1 and id > ?2 order by id", organisations, afterId)
        .page(0, limit)
        .list();
  }

  long count(Set<String> organisations) {
    return count("organisationId in ?1", organisations);
  }

  /** Counts one more in a revoked key's quarantine; false if it is full or closed. */
  boolean admit(UUID key, int max) {
    return keyUpdate(
            "update IssuedKey set quarantined = quarantined + 1"
                + " where id = :key and quarantined < :number and not quarantineClosed",
            key,
            max)
        == 1;
  }

  /** Counts so many fewer. */
  void leave(UUID key, int count) {
    keyUpdate(
        "update IssuedKey set quarantined = quarantined - :number where id = :key", key, count);
  }

  private int keyUpdate(String statement, UUID key, int number) {
    return getEntityManager()
        .createQuery(statement)
        .setParameter("key", key)
        .setParameter("number", number)
        .executeUpdate();
  }

  /** Empties the count of a device's revoked keys and lets them put nothing more aside. */
  void closeQuarantine(UUID device) {
    getEntityManager()
        .createQuery(
            "update IssuedKey set quarantined = 0, quarantineClosed = true"
                + " where device.id = :device and revokedAt is not null")
        .setParameter("device", device)
        .executeUpdate();
  }

  void persistKey(IssuedKey key) {
    getEntityManager().persist(key);
  }

  /** Makes all keys of a device worthless. */
  void revokeKeys(Device device, Instant now) {
    List<IssuedKey> alive =
        getEntityManager()
            .createQuery(
                "from IssuedKey k where k.device = :device and k.revokedAt is null",
                IssuedKey.class)
            .setParameter("device", device)
            .getResultList();
    alive.forEach(key -> key.revokedAt = now);
  }
}

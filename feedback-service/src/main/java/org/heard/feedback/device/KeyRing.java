package org.heard.feedback.device;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;

/** Makes and revokes keys and knows senders by them. */
@ApplicationScoped
class KeyRing {
  private final DeviceRepository devices;
  private final DeviceSettings settings;
  private final Clock clock;

  KeyRing(DeviceRepository devices, DeviceSettings settings, Clock clock) {
    this.devices = devices;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * The sender with this key.
   *
   * @throws ProblemException {@code UNAUTHORIZED} or {@code KEY_REVOKED}
   */
  @Transactional
  Sender identify(String key) {
    IssuedKey issued =
        devices
            .findKey(DeviceKey.hash(key))
            .orElseThrow(
                () -> new ProblemException(ErrorCode.UNAUTHORIZED, "The key is not known here."));
    if (issued.revokedAt != null) {
      return revoked(issued);
    }
    Instant now = now();
    devices.seen(issued.device, now, now.minus(settings.lastSeenEvery()));
    return issued.device.sender(null);
  }

  private static Sender revoked(IssuedKey issued) {
    Sender sender = issued.device.sender(issued.id);
    if (issued.quarantineClosed) {
      sender.requireGoodKey();
    }
    return sender;
  }

  /** A new key; those before are worthless from the commit on. */
  @Transactional(Transactional.TxType.MANDATORY)
  String renew(Device device) {
    revoke(device);
    String key = DeviceKey.fresh(DeviceKind.of(device.kind));
    IssuedKey issued = new IssuedKey();
    issued.id = UUID.randomUUID();
    issued.device = device;
    issued.hash = DeviceKey.hash(key);
    issued.createdAt = now();
    devices.persistKey(issued);
    return key;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void revoke(Device device) {
    devices.revokeKeys(device, now());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}

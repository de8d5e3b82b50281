package org.heard.feedback.device;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.heard.feedback.access.ServiceSecrets;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;

/** Gives kiosks their keys for a code, once. */
@ApplicationScoped
class Pairing {
  private final DeviceService devices;
  private final PairingRepository codes;
  private final KeyRing keys;
  private final PairingSettings settings;
  private final ServiceSecrets secrets;
  private final Clock clock;

  Pairing(
      DeviceService devices,
      PairingRepository codes,
      KeyRing keys,
      PairingSettings settings,
      ServiceSecrets secrets,
      Clock clock) {
    this.devices = devices;
    this.codes = codes;
    this.keys = keys;
    this.settings = settings;
    this.secrets = secrets;
    this.clock = clock;
  }

  /**
   * A code for a kiosk; it replaces the one before. The kiosk's key stays good until the code is
   * used.
   *
   * @param kioskPage where the kiosk page is if the settings do not say
   */
  @Transactional
  PairingView begin(UUID id, Set<String> organisations, URI kioskPage) {
    Device device = devices.inUse(id, organisations);
    if (DeviceKind.of(device.kind) != DeviceKind.KIOSK) {
      throw new ProblemException(ErrorCode.NOT_A_KIOSK, "An importer's key is copied by hand.");
    }
    String code = PairingCode.fresh();
    Instant expiresAt = now().plus(settings.lifetime());
    codes.put(device.id, mac(code), expiresAt);
    URI address = URI.create(settings.kioskAddress().orElse(kioskPage) + "#pair=" + code);
    return new PairingView(code, expiresAt, address, QrCode.svg(address.toString()));
  }

  /**
   * The kiosk's key in exchange for its code. Unknown, used and expired codes are the same to who
   * asks.
   */
  @Transactional
  DeviceView redeem(String code) {
    Instant now = now();
    Device device =
        codes
            .take(mac(code), now)
            .filter(found -> found.revokedAt == null)
            .orElseThrow(Pairing::unknown);
    return DeviceView.of(device, keys.renew(device), now);
  }

  static ProblemException unknown() {
    return new ProblemException(ErrorCode.NOT_FOUND, "Ask an admin for a new code.");
  }

  private byte[] mac(String code) {
    return secrets.mac("pairing", PairingCode.canonical(code).getBytes(StandardCharsets.UTF_8));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}

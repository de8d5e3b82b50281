package org.heard.feedback.device;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.heard.feedback.directory.Directory;
import org.heard.feedback.directory.Ward;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.FieldError;
import org.heard.feedback.problem.ProblemException;

/** Registers and revokes devices and knows them by their keys. */
@ApplicationScoped
class DeviceService {
  private final DeviceRepository devices;
  private final Directory directory;
  private final Clock clock;

  DeviceService(DeviceRepository devices, Directory directory, Clock clock) {
    this.devices = devices;
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * @param organisations those the admin acts for; a unit outside them does not exist
   */
  @Transactional
  DeviceView register(DeviceRequest request, Set<String> organisations) {
    Device device = new Device();
    device.id = UUID.randomUUID();
    device.name = request.name();
    device.kind = request.kind();
    device.wardId = request.wardId();
    device.organisationId = organisationOf(request, organisations);
    device.createdAt = now();
    String key = DeviceKey.fresh(request.deviceKind());
    device.keyHash = DeviceKey.hash(key);
    devices.persist(device);
    return DeviceView.of(device, key);
  }

  /** Revokes for good; revoking twice changes nothing. */
  @Transactional
  DeviceView revoke(UUID id, Set<String> organisations) {
    Device device =
        devices
            .findByIdOptional(id)
            .filter(found -> organisations.contains(found.organisationId))
            .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND, "No such device."));
    if (device.revokedAt == null) {
      device.revokedAt = now();
    }
    return DeviceView.of(device, null);
  }

  /**
   * The sender with this key.
   *
   * @throws ProblemException {@code UNAUTHORIZED} or {@code KEY_REVOKED}
   */
  @Transactional
  Sender identify(String key) {
    Device device =
        devices
            .findByKeyHash(DeviceKey.hash(key))
            .orElseThrow(
                () -> new ProblemException(ErrorCode.UNAUTHORIZED, "The key is not known here."));
    if (device.revokedAt != null) {
      throw new ProblemException(ErrorCode.KEY_REVOKED, "Ask an admin for a new key.");
    }
    return new Sender(device.id, DeviceKind.of(device.kind), device.organisationId, device.wardId);
  }

  private String organisationOf(DeviceRequest request, Set<String> organisations) {
    boolean kiosk = request.deviceKind() == DeviceKind.KIOSK;
    String organisation =
        kiosk
            ? directory.ward(request.wardId()).map(Ward::organisationId).orElse(null)
            : request.organisationId();
    if (organisation == null
        || !organisations.contains(organisation)
        || !directory.hasOrganisation(organisation)) {
      throw ProblemException.of(
          List.of(
              kiosk
                  ? new FieldError("/wardId", ErrorCode.UNKNOWN_WARD)
                  : new FieldError("/organisationId", ErrorCode.UNKNOWN_UNIT)));
    }
    return organisation;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}

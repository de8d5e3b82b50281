package org.heard.feedback.device;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
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

/** Registers, moves and revokes devices and knows them by their keys. */
@ApplicationScoped
public class DeviceService {
  private static final List<String> QUESTIONS = List.of("good", "improve", "why");

  private final DeviceRepository devices;
  private final Directory directory;
  private final DeviceSettings settings;
  private final Clock clock;

  DeviceService(
      DeviceRepository devices, Directory directory, DeviceSettings settings, Clock clock) {
    this.devices = devices;
    this.directory = directory;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * @param organisations those the admin acts for; a unit outside them does not exist
   */
  @Transactional
  DeviceView register(DeviceRequest request, Set<String> organisations) {
    Instant now = now();
    Device device = new Device();
    device.id = UUID.randomUUID();
    device.name = request.name();
    device.kind = request.kind();
    device.organisationId = organisationOf(request, organisations);
    device.createdAt = now;
    if (request.deviceKind() == DeviceKind.KIOSK) {
      device.standsOn(request.wardId(), Instant.EPOCH);
    }
    devices.persist(device);
    return DeviceView.of(device, freshKey(device, now), now);
  }

  /** Gives a device a new key; the ones before are worthless at once. */
  @Transactional
  DeviceView rotate(UUID id, Set<String> organisations) {
    Device device = own(id, organisations);
    requireInUse(device);
    Instant now = now();
    devices.revokeKeys(device, now);
    return DeviceView.of(device, freshKey(device, now), now);
  }

  /** Revokes a device and its keys for good; revoking twice changes nothing. */
  @Transactional
  DeviceView revoke(UUID id, Set<String> organisations) {
    Device device = own(id, organisations);
    Instant now = now();
    if (device.revokedAt == null) {
      device.revokedAt = now;
      devices.revokeKeys(device, now);
    }
    return DeviceView.of(device, null, now);
  }

  /**
   * Puts a kiosk on another ward of its organisation. What it was to do at that moment or later is
   * forgotten, so a mistake is mended by moving it again.
   */
  @Transactional
  DeviceView move(UUID id, MoveRequest request, Set<String> organisations) {
    Device device = own(id, organisations);
    requireInUse(device);
    if (device.wards.isEmpty()) {
      throw new ProblemException(
          ErrorCode.NOT_A_KIOSK, "An importer writes any ward of its organisation.");
    }
    String owner = directory.ward(request.wardId()).map(Ward::organisationId).orElse(null);
    if (!device.organisationId.equals(owner)) {
      throw ProblemException.of(List.of(new FieldError("/wardId", ErrorCode.UNKNOWN_WARD)));
    }
    Instant now = now();
    device.standsOn(request.wardId(), request.since() == null ? now : request.since());
    return DeviceView.of(device, null, now);
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
      throw new ProblemException(ErrorCode.KEY_REVOKED, "Ask an admin for a new key.");
    }
    Instant now = now();
    devices.seen(issued.device, now, now.minus(settings.lastSeenEvery()));
    return issued.device.sender();
  }

  /** The id of a device of these organisations, or {@code NOT_FOUND}. */
  @Transactional
  public UUID require(String id, Set<String> organisations) {
    return find(id, organisations).id();
  }

  @Transactional
  DeviceView find(String id, Set<String> organisations) {
    return DeviceView.of(own(idOf(id), organisations), null, now());
  }

  /** At most {@code limit} devices with ids after {@code afterId}. */
  @Transactional
  List<DeviceView> list(Set<String> organisations, UUID afterId, int limit) {
    Instant now = now();
    return devices.page(organisations, afterId, limit).stream()
        .map(device -> DeviceView.of(device, null, now))
        .toList();
  }

  @Transactional
  long count(Set<String> organisations) {
    return devices.count(organisations);
  }

  /** What a device needs to know of itself. */
  @Transactional
  OwnDeviceView describe(Sender sender) {
    Instant now = now();
    Device device = devices.findById(sender.deviceId());
    String ward = device.sender().wardAt(now);
    return new OwnDeviceView(
        device.id,
        device.name,
        device.kind,
        device.organisationId,
        ward == null
            ? null
            : new OwnDeviceView.WardView(ward, directory.wardName(ward).orElse(ward)),
        QUESTIONS,
        settings.languages(),
        now);
  }

  /** Notes what a device says of itself. */
  @Transactional
  void report(Sender sender, HealthRequest said) {
    Instant now = now();
    long skew = Duration.between(now, said.clock()).toMillis();
    devices.findById(sender.deviceId()).health =
        new DeviceHealth(now, now, skew, said.queueLength());
  }

  static UUID idOf(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException notAnId) {
      throw new ProblemException(ErrorCode.NOT_FOUND, "No such device.");
    }
  }

  private Device own(UUID id, Set<String> organisations) {
    return devices
        .lock(id, organisations)
        .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND, "No such device."));
  }

  private static void requireInUse(Device device) {
    if (device.revokedAt != null) {
      throw new ProblemException(ErrorCode.DEVICE_REVOKED, "Register it anew.");
    }
  }

  private String freshKey(Device device, Instant now) {
    String key = DeviceKey.fresh(DeviceKind.of(device.kind));
    IssuedKey issued = new IssuedKey();
    issued.id = UUID.randomUUID();
    issued.device = device;
    issued.hash = DeviceKey.hash(key);
    issued.createdAt = now;
    devices.persistKey(issued);
    return key;
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

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

/** Registers, moves and revokes devices. */
@ApplicationScoped
public class DeviceService {
  private final DeviceRepository devices;
  private final Directory directory;
  private final KeyRing keys;
  private final PairingRepository codes;
  private final Clock clock;

  DeviceService(
      DeviceRepository devices,
      Directory directory,
      KeyRing keys,
      PairingRepository codes,
      Clock clock) {
    this.devices = devices;
    this.directory = directory;
    this.keys = keys;
    this.codes = codes;
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
    return DeviceView.of(device, keys.renew(device), now);
  }

  /**
   * Gives a device a new key; the ones before are worthless at once, and so is a code with which
   * somebody could replace the new one.
   */
  @Transactional
  DeviceView rotate(UUID id, Set<String> organisations) {
    Device device = inUse(id, organisations);
    codes.drop(id);
    Instant now = now();
    return DeviceView.of(device, keys.renew(device), now);
  }

  /** Revokes a device and its keys for good; revoking twice changes nothing. */
  @Transactional
  DeviceView revoke(UUID id, Set<String> organisations) {
    Device device = own(id, organisations);
    Instant now = now();
    if (device.revokedAt == null) {
      device.revokedAt = now;
      keys.revoke(device);
      codes.drop(id);
    }
    return DeviceView.of(device, null, now);
  }

  /**
   * Puts a kiosk on another ward of its organisation. What it was to do at that moment or later is
   * forgotten, so a mistake is mended by moving it again.
   */
  @Transactional
  DeviceView move(UUID id, MoveRequest request, Set<String> organisations) {
    Device device = inUse(id, organisations);
    if (device.wards.isEmpty()) {
      throw new ProblemException(
          ErrorCode.NOT_A_KIOSK, "An importer writes any ward of its organisation.");
    }
    String owner = directory.ward(request.wardId()).map(Ward::organisationId).orElse(null);
    if (!device.organisationId.equals(owner)) {
      throw ProblemException.of(List.of(new FieldError("/wardId", ErrorCode.UNKNOWN_WARD)));
    }
    Instant now = now();
    Instant since = request.since() == null ? now : request.since();
    requireOpen(request.wardId(), since);
    device.standsOn(request.wardId(), since);
    return DeviceView.of(device, null, now);
  }

  /** The id of a device of these organisations, or {@code NOT_FOUND}. */
  @Transactional
  public UUID require(String id, Set<String> organisations) {
    return find(id, organisations).id();
  }

  @Transactional
  DeviceView find(String id, Set<String> organisations) {
    return devices
        .findByIdOptional(idOf(id))
        .filter(device -> organisations.contains(device.organisationId))
        .map(device -> DeviceView.of(device, null, now()))
        .orElseThrow(DeviceService::unknown);
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

  /** A device as the holder of a good key. */
  @Transactional
  public Sender sender(UUID id) {
    return devices.findById(id).sender(null);
  }

  /** Makes room for one submission more with a revoked key; false if it may have no more. */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean admitToQuarantine(UUID revokedKey, int max) {
    return devices.admit(revokedKey, max);
  }

  /** So many submissions with a revoked key no longer wait. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void leaveQuarantine(UUID revokedKey, long count) {
    devices.leave(revokedKey, Math.toIntExact(count));
  }

  /** Nothing waits any more, and nothing more may come with the keys revoked so far. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void closeQuarantine(UUID device) {
    devices.closeQuarantine(device);
  }

  static UUID idOf(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException notAnId) {
      throw unknown();
    }
  }

  private static ProblemException unknown() {
    return new ProblemException(ErrorCode.NOT_FOUND, "No such device.");
  }

  private Device own(UUID id, Set<String> organisations) {
    return devices.lock(id, organisations).orElseThrow(DeviceService::unknown);
  }

  /** Until the commit ours. */
  @Transactional(Transactional.TxType.MANDATORY)
  Device inUse(UUID id, Set<String> organisations) {
    Device device = own(id, organisations);
    if (device.revokedAt != null) {
      throw new ProblemException(ErrorCode.DEVICE_REVOKED, "Register it anew.");
    }
    return device;
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
    if (kiosk) {
      requireOpen(request.wardId(), now());
    }
    return organisation;
  }

  private void requireOpen(String wardId, Instant moment) {
    if (directory.isClosed(wardId, moment)) {
      throw ProblemException.of(List.of(new FieldError("/wardId", ErrorCode.WARD_CLOSED)));
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}

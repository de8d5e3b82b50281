package org.heard.feedback.device;

import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;

/**
 * The kiosk or importer whose key came with a request.
 *
 * @param deviceId null for who has no key
 * @param kind null for who has no key
 * @param wards where a kiosk stands and stood, at least one, in the order of time; empty for an
 *     importer
 * @param revokedKey the id of a key that is no longer good, else null: what comes with it is put
 *     aside
 */
public record Sender(
    UUID deviceId, DeviceKind kind, String organisationId, List<Assignment> wards, UUID revokedKey)
    implements Principal {

  /** The role that every known key has. */
  public static final String ROLE = "sender";

  /** Somebody who writes on a page of ours: no device, no key, one ward that the page knows. */
  public static Sender withoutKey(String organisationId) {
    return new Sender(null, null, organisationId, List.of(), null);
  }

  /** Whether a key came at all. */
  public boolean hasKey() {
    return deviceId != null;
  }

  /**
   * Whose share of what is limited this is: the device's, and of a key that was revoked its own.
   * Who has stolen one must not starve the kiosk that was given another.
   */
  UUID limitedAs() {
    return revokedKey != null ? revokedKey : deviceId;
  }

  /** The same, for limits that know no devices. */
  @Override
  public String getName() {
    return limitedAs().toString();
  }

  /**
   * For all that is not bringing feedback in.
   *
   * @throws ProblemException {@code KEY_REVOKED}
   */
  public void requireGoodKey() {
    if (revokedKey != null) {
      throw new ProblemException(ErrorCode.KEY_REVOKED, "Ask an admin for a new key.");
    }
  }

  /** Whether this is a kiosk, which may write no ward but its own. */
  public boolean isKiosk() {
    return kind == DeviceKind.KIOSK;
  }

  /**
   * The ward on which a kiosk stood.
   *
   * @return null for an importer
   */
  public String wardAt(Instant moment) {
    String ward = wards.isEmpty() ? null : wards.get(0).wardId();
    for (Assignment assignment : wards) {
      if (!assignment.since().isAfter(moment)) {
        ward = assignment.wardId();
      }
    }
    return ward;
  }

  /**
   * Whether a kiosk stood on a ward at any moment from one to the other, both included.
   *
   * @return false for an importer
   */
  public boolean stoodOn(String wardId, Instant from, Instant to) {
    for (int i = 0; i < wards.size(); i++) {
      boolean began = !wards.get(i).since().isAfter(to);
      boolean leftBefore = i + 1 < wards.size() && !wards.get(i + 1).since().isAfter(from);
      if (began && !leftBefore && wards.get(i).wardId().equals(wardId)) {
        return true;
      }
    }
    return false;
  }
}

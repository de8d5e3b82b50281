package org.heard.feedback.device;

import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The kiosk or importer whose key came with a request.
 *
 * @param wards where a kiosk stands and stood, at least one, in the order of time; empty for an
 *     importer
 */
public record Sender(UUID deviceId, DeviceKind kind, String organisationId, List<Assignment> wards)
    implements Principal {

  /** The role that every valid key has. */
  public static final String ROLE = "sender";

  @Override
  public String getName() {
    return deviceId.toString();
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
}

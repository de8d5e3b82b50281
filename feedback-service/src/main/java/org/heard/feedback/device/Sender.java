package org.heard.feedback.device;

import java.security.Principal;
import java.util.UUID;

/**
 * The kiosk or importer whose key came with a request.
 *
 * @param wardId the kiosk's ward, null for an importer
 */
public record Sender(UUID deviceId, DeviceKind kind, String organisationId, String wardId)
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
}

package org.heard.feedback.vault;

import java.util.Arrays;
import java.util.HexFormat;
import org.heard.feedback.access.ServiceSecrets;

/** The key that sealed contacts and quarantine before there was a key file: it only opens. */
final class DerivedKey {
  private static final int ID_BYTES = 8;

  private DerivedKey() {}

  static KeyFile.Key of(ServiceSecrets secrets) {
    byte[] id = Arrays.copyOf(secrets.mac("seal-key-id", new byte[0]), ID_BYTES);
    return new KeyFile.Key(HexFormat.of().formatHex(id), secrets.mac("seal", new byte[0]));
  }
}

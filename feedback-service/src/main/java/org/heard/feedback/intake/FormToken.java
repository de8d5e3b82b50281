package org.heard.feedback.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.heard.feedback.access.ServiceSecrets;

/**
 * What a form carries from us to us: the id that its answer will have, so that sending it twice is
 * one answer, and when it was made. Signed, for one place only, and worth nothing elsewhere.
 */
record FormToken(UUID id, Instant issuedAt) {
  /** What it looks like: 56 bytes in base64url. */
  static final String PATTERN = "^[A-Za-z0-9_-]{75}$";

  private static final int BODY = 24;
  private static final int MAC = 32;
  private static final String PURPOSE = "form";

  /** In base64url, with its signature. */
  String sign(ServiceSecrets secrets, String place) {
    byte[] body =
        ByteBuffer.allocate(BODY)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .putLong(issuedAt.toEpochMilli())
            .array();
    byte[] signed = Arrays.copyOf(body, BODY + MAC);
    System.arraycopy(mac(secrets, place, body), 0, signed, BODY, MAC);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
  }

  /** The token that was signed for this place; null for anything else. */
  static FormToken read(ServiceSecrets secrets, String place, String signed) {
    byte[] bytes = bytes(signed);
    if (bytes.length != BODY + MAC) {
      return null;
    }
    byte[] body = Arrays.copyOf(bytes, BODY);
    byte[] mac = Arrays.copyOfRange(bytes, BODY, BODY + MAC);
    if (!MessageDigest.isEqual(mac, mac(secrets, place, body))) {
      return null;
    }
    ByteBuffer fields = ByteBuffer.wrap(body);
    return new FormToken(
        new UUID(fields.getLong(), fields.getLong()), Instant.ofEpochMilli(fields.getLong()));
  }

  private static byte[] mac(ServiceSecrets secrets, String place, byte[] body) {
    byte[] where = place.getBytes(StandardCharsets.UTF_8);
    byte[] message = Arrays.copyOf(body, BODY + where.length);
    System.arraycopy(where, 0, message, BODY, where.length);
    return secrets.mac(PURPOSE, message);
  }

  private static byte[] bytes(String text) {
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException malformed) {
      return new byte[0];
    }
  }
}

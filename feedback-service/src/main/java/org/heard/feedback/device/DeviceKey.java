package org.heard.feedback.device;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** The secret of a kiosk or an importer: a prefix that says which, and 256 random bits. */
final class DeviceKey {
  private static final SecureRandom RANDOM = new SecureRandom();

  private DeviceKey() {}

  /** A new key. It is shown once and never stored. */
  static String fresh(DeviceKind kind) {
    byte[] secret = new byte[32];
    RANDOM.nextBytes(secret);
    return kind.keyPrefix() + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }

  /** Whether a bearer value is a key rather than a token. */
  static boolean looksLikeKey(String bearer) {
    return bearer.startsWith(DeviceKind.KIOSK.keyPrefix())
        || bearer.startsWith(DeviceKind.IMPORTER.keyPrefix());
  }

  /**
   * What is stored: a plain SHA-256, because 256 random bits can be neither guessed nor looked up.
   */
  static byte[] hash(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}

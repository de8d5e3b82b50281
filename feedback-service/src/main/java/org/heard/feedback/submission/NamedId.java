package org.heard.feedback.submission;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Ids for submissions whose sender has none of his own: the same name gives the same id again. */
public final class NamedId {
  private static final int VERSION_5 = 0x50;
  private static final int VARIANT = 0x80;

  private NamedId() {}

  /** UUIDv5 (RFC 9562) of a name, in UTF-8. */
  public static UUID version5(UUID namespace, String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    ByteBuffer input =
        ByteBuffer.allocate(16 + bytes.length)
            .putLong(namespace.getMostSignificantBits())
            .putLong(namespace.getLeastSignificantBits())
            .put(bytes);
    byte[] hash = sha1(input.array());
    hash[6] = (byte) ((hash[6] & 0x0F) | VERSION_5);
    hash[8] = (byte) ((hash[8] & 0x3F) | VARIANT);
    ByteBuffer id = ByteBuffer.wrap(hash);
    return new UUID(id.getLong(), id.getLong());
  }

  private static byte[] sha1(byte[] input) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(input);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-1", impossible);
    }
  }
}

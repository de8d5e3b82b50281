package org.heard.benchmarks.redaction;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.heard.feedback.vault.Sealer;

/** The product's sealing, and the cipher alone. */
final class Ciphers {
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  /** Many messages in one: what is left is the cipher. */
  private static final int PIECE_BYTES = 1 << 20;

  private static final String PURPOSE = "answers";
  private static final UUID SUBJECT = UUID.fromString("0f6b2c11-5d1e-4c55-9a0e-2f1f6c1a7d10");

  private final Sealer sealer = Sealer.of("bench", new byte[KEY_BYTES]);
  private final byte[] piece = new byte[PIECE_BYTES];
  private int pieces;

  /** Seals a submission that holds this text alone, as JSON; returns how many bytes came out. */
  int seal(String text) {
    return sealer.seal(PURPOSE, SUBJECT, document(text)).bytes().length;
  }

  static byte[] document(String text) {
    return ("[{\"question\":\"good\",\"text\":\"" + text + "\"}]").getBytes(StandardCharsets.UTF_8);
  }

  /** Encrypts one large piece; a nonce of its own each time, as the cipher insists. */
  int encrypt() {
    try {
      byte[] nonce = new byte[NONCE_BYTES];
      nonce[0] = (byte) (++pieces >> 8);
      nonce[1] = (byte) pieces;
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(new byte[KEY_BYTES], "AES"),
          new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(piece).length;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has AES-GCM", impossible);
    }
  }

  /** What each byte of these texts, sealed one by one, is of the large pieces. */
  static double perPiece(List<String> texts) {
    double bytes = texts.stream().mapToInt(text -> document(text).length).average().orElse(1);
    return PIECE_BYTES / bytes;
  }
}

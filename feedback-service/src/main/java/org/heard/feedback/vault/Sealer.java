package org.heard.feedback.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.heard.feedback.access.ServiceSecrets;

/**
 * AES-256-GCM (NIST SP 800-38D) with a random nonce of 96 bits. What is sealed is bound to its
 * purpose and to what it belongs to: a row copied to another place does not open there.
 */
final class Sealer {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int KEY_ID_BYTES = 8;

  private final SecretKeySpec key;
  private final String keyId;

  /** With a key that is derived from the service's secret and used for nothing else. */
  Sealer(ServiceSecrets secrets) {
    key = new SecretKeySpec(secrets.mac("seal", new byte[0]), "AES");
    byte[] id = Arrays.copyOf(secrets.mac("seal-key-id", new byte[0]), KEY_ID_BYTES);
    keyId = HexFormat.of().formatHex(id);
  }

  Sealed seal(String purpose, UUID subject, byte[] plain) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, purpose, subject);
      byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(plain.length));
      cipher.doFinal(plain, 0, plain.length, sealed, NONCE_BYTES);
      return new Sealed(keyId, sealed);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has AES-GCM", impossible);
    }
  }

  /**
   * What was sealed for this purpose and subject.
   *
   * @throws IllegalStateException with another key, or if a bit of anything differs
   */
  byte[] open(String purpose, UUID subject, Sealed sealed) {
    if (!sealed.keyId().equals(keyId)) {
      throw new IllegalStateException("sealed with another key: " + sealed.keyId());
    }
    byte[] bytes = sealed.bytes();
    try {
      byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
      return cipher(Cipher.DECRYPT_MODE, nonce, purpose, subject)
          .doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
    } catch (GeneralSecurityException | IllegalArgumentException tampered) {
      throw new IllegalStateException("the sealed bytes are not what was sealed", tampered);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String purpose, UUID subject)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD((purpose + ':' + subject).getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}

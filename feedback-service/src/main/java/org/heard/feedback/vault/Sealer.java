package org.heard.feedback.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM (NIST SP 800-38D) with a random nonce of 96 bits. What is sealed is bound to its
 * purpose and to what it belongs to: a row copied to another place does not open there.
 */
public final class Sealer {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final String first;
  private final Map<String, SecretKey> keys = new HashMap<>();

  /**
   * Seals with the first key and opens with all.
   *
   * @param alsoOpening keys that may not seal any more
   */
  Sealer(List<KeyFile.Key> keys, KeyFile.Key... alsoOpening) {
    this.first = keys.get(0).id();
    keys.forEach(this::add);
    Arrays.stream(alsoOpening).forEach(this::add);
  }

  /** Seals with one key of 32 bytes, for whoever has no file of keys. */
  public static Sealer of(String keyId, byte[] key) {
    return new Sealer(List.of(new KeyFile.Key(keyId, key)));
  }

  private void add(KeyFile.Key key) {
    keys.putIfAbsent(key.id(), new SecretKeySpec(key.bytes(), "AES"));
  }

  /** The id of the key that seals. */
  String first() {
    return first;
  }

  /** The ids of all keys that there are. */
  Set<String> known() {
    return Set.copyOf(keys.keySet());
  }

  /**
   * Seals bytes under the first key.
   *
   * @param purpose what they are, {@code subject} whose they are: they open as nothing else
   */
  public Sealed seal(String purpose, UUID subject, byte[] plain) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, keys.get(first), nonce, purpose, subject);
      byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(plain.length));
      cipher.doFinal(plain, 0, plain.length, sealed, NONCE_BYTES);
      return new Sealed(first, sealed);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has AES-GCM", impossible);
    }
  }

  /**
   * What was sealed for this purpose and subject.
   *
   * @throws IllegalStateException without the key, or if a bit of anything differs
   */
  byte[] open(String purpose, UUID subject, Sealed sealed) {
    SecretKey key = keys.get(sealed.keyId());
    if (key == null) {
      throw new IllegalStateException("sealed with another key: " + sealed.keyId());
    }
    byte[] bytes = sealed.bytes();
    try {
      byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
      return cipher(Cipher.DECRYPT_MODE, key, nonce, purpose, subject)
          .doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
    } catch (GeneralSecurityException | IllegalArgumentException tampered) {
      throw new IllegalStateException("the sealed bytes are not what was sealed", tampered);
    }
  }

  /** The same, sealed with the first key. */
  Sealed reseal(String purpose, UUID subject, Sealed sealed) {
    return seal(purpose, subject, open(purpose, subject, sealed));
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String purpose, UUID subject)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD((purpose + ':' + subject).getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}

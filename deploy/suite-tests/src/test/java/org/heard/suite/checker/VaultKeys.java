package org.heard.suite.checker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.heard.suite.RunningSuite;

/** The keys of a running suite's vault, to compare what is sealed there with what was sent. */
public final class VaultKeys {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final Map<String, byte[]> keys;

  /** Reads them from the suite's data. */
  public VaultKeys(RunningSuite suite) {
    try {
      keys =
          Files.readAllLines(suite.data("keys/vault.keys")).stream()
              .map(line -> line.split(":"))
              .collect(Collectors.toMap(key -> key[0], key -> Base64.getDecoder().decode(key[1])));
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** The texts of a submission's answers, in their order. */
  public List<String> texts(UUID submission, String keyId, byte[] sealed) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.DECRYPT_MODE,
          new SecretKeySpec(keys.get(keyId), "AES"),
          new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE_BYTES));
      cipher.updateAAD(("answers:" + submission).getBytes(StandardCharsets.UTF_8));
      byte[] plain = cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
      List<String> texts = new ArrayList<>();
      RunningSuite.parse(new String(plain, StandardCharsets.UTF_8))
          .forEach(answer -> texts.add(answer.get("text").asText()));
      return texts;
    } catch (GeneralSecurityException changed) {
      throw new AssertionError("the sealed answers of " + submission + " do not open", changed);
    }
  }
}

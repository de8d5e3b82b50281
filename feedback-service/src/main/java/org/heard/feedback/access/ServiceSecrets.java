package org.heard.feedback.access;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keys derived from the one secret that this service keeps outside its database. */
@ApplicationScoped
@Startup
public class ServiceSecrets {
  private static final int MIN_BYTES = 32;

  private final byte[] root;

  /** Ready for a message, by purpose: of the few that this service has. */
  private final Map<String, Mac> macs = new ConcurrentHashMap<>();

  /**
   * Reads the secret.
   *
   * @param file at least 32 random bytes in base64, its owner's alone; the service does not start
   *     without it
   */
  public ServiceSecrets(@ConfigProperty(name = "heard.secrets.key-file") Path file) {
    try {
      SecretFile.requirePrivate("heard.secrets.key-file", file);
      root = Base64.getMimeDecoder().decode(Files.readString(file));
    } catch (IOException | IllegalArgumentException unreadable) {
      throw new IllegalStateException(
          "heard.secrets.key-file does not name a readable file of base64", unreadable);
    }
    if (root.length < MIN_BYTES) {
      throw new IllegalStateException(
          "heard.secrets.key-file holds fewer than " + MIN_BYTES + " bytes");
    }
  }

  /** HMAC-SHA-256 of {@code message} under a key that is only used for {@code purpose}. */
  public byte[] mac(String purpose, byte[] message) {
    try {
      return ((Mac) macs.computeIfAbsent(purpose, this::derived).clone()).doFinal(message);
    } catch (CloneNotSupportedException impossible) {
      throw new IllegalStateException("every Java's HmacSHA256 can be cloned", impossible);
    }
  }

  private Mac derived(String purpose) {
    return keyed(keyed(root).doFinal(purpose.getBytes(StandardCharsets.UTF_8)));
  }

  private static Mac keyed(byte[] key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has HmacSHA256", impossible);
    }
  }
}

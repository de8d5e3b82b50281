package org.heard.local.suite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.heard.embedded.OwnerOnly;

/**
 * Everything a suite keeps between runs; what it holds of secrets is readable by its owner only.
 */
final class DataFolder {

  private static final int SECRET_BYTES = 32;

  private final Path folder;

  DataFolder(Path folder) throws IOException {
    this.folder = OwnerOnly.directories(folder.toAbsolutePath().normalize());
    OwnerOnly.directories(keys());
    OwnerOnly.directories(this.folder.resolve("logs"));
  }

  Path path() {
    return folder;
  }

  Path lockFile() {
    return folder.resolve("up.lock");
  }

  Path postgres() {
    return folder.resolve("postgres");
  }

  Path kafka() {
    return folder.resolve("kafka");
  }

  Path identity() {
    return folder.resolve("identity");
  }

  Path keycloak() {
    return folder.resolve("keycloak");
  }

  /** A folder for a service to run in; it keeps nothing there. */
  Path service(String name) throws IOException {
    return OwnerOnly.directories(folder.resolve("services").resolve(name));
  }

  /**
   * What the owner of the folder adds to a service's environment: lines of {@code NAME=VALUE} in
   * {@code services/<name>.env}, read at each of its starts; none without that file.
   */
  Map<String, String> ownSettings(String name) throws IOException {
    Path file = folder.resolve("services").resolve(name + ".env");
    Map<String, String> settings = new LinkedHashMap<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        int equals = line.indexOf('=');
        if (equals > 0) {
          settings.put(line.substring(0, equals), line.substring(equals + 1));
        }
      }
    }
    return settings;
  }

  /** A file with 32 random bytes in base64, made when missing. */
  Path secretFile(String name) throws IOException {
    Path file = keys().resolve(name);
    if (!Files.exists(file)) {
      byte[] secret = new byte[SECRET_BYTES];
      new SecureRandom().nextBytes(secret);
      OwnerOnly.write(
          file, Base64.getEncoder().encodeToString(secret).getBytes(StandardCharsets.US_ASCII));
    }
    return file;
  }

  /** A key file of feedback-service's vault with one key, made when missing. */
  Path vaultKeyFile() throws IOException {
    Path file = keys().resolve("vault.keys");
    if (!Files.exists(file)) {
      byte[] key = new byte[SECRET_BYTES];
      new SecureRandom().nextBytes(key);
      String line = "first:" + Base64.getEncoder().encodeToString(key) + "\n";
      OwnerOnly.write(file, line.getBytes(StandardCharsets.US_ASCII));
    }
    return file;
  }

  String secret(String name) throws IOException {
    return Files.readString(secretFile(name));
  }

  Path log(String name) {
    return folder.resolve("logs").resolve(name + ".log");
  }

  /** The last run's log becomes {@code <name>.log.1}. */
  void rotateLog(String name) throws IOException {
    Path log = log(name);
    if (Files.exists(log)) {
      Files.move(log, log.resolveSibling(name + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
    OwnerOnly.write(log, new byte[0]);
  }

  private Path keys() {
    return folder.resolve("keys");
  }
}

package org.heard.feedback;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Key files for the vault, as an operator would make them. */
public final class VaultKeyFile {
  private VaultKeyFile() {}

  /** Writes a file with a fresh key for each of these ids, which only its owner may read. */
  public static Path write(Path file, String... ids) throws IOException {
    return writeLines(file, Arrays.stream(ids).map(id -> id + ":" + key(32)).toList());
  }

  /** Writes a file of these lines, which only its owner may read. */
  public static Path writeLines(Path file, List<String> lines) throws IOException {
    Files.write(file, lines);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  /** So many random bytes in base64. */
  public static String key(int bytes) {
    byte[] random = new byte[bytes];
    new SecureRandom().nextBytes(random);
    return Base64.getEncoder().encodeToString(random);
  }
}

package org.heard.feedback.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** A file with a secret in it: whoever else may read or write it has the secret, or chose it. */
public final class SecretFile {
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private SecretFile() {}

  /**
   * Looks at what the path leads to.
   *
   * @param setting which names the file
   * @throws IllegalStateException if it is not its owner's alone, or that cannot be known
   * @throws IOException if it is not there
   */
  public static void requirePrivate(String setting, Path file) throws IOException {
    try {
      if (Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
        throw new IllegalStateException(
            setting
                + ": "
                + file
                + " may be read or written by others than its owner; chmod 600 it");
      }
    } catch (UnsupportedOperationException unknowable) {
      throw new IllegalStateException(
          setting + ": " + file + " is on a file system that cannot tell who may read it");
    }
  }
}

package org.heard.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and folders that nobody but their owner may read: modes 0600 and 0700. */
public final class OwnerOnly {

  private OwnerOnly() {}

  /**
   * Makes a folder and its missing parents; those it makes are 0700.
   *
   * @return {@code folder}
   */
  public static Path directories(Path folder) throws IOException {
    return Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  /** Writes a 0600 file under a temporary name and renames it: readers see old or new, whole. */
  public static void write(Path file, byte[] content) throws IOException {
    Path partial = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".part");
    Files.write(partial, content);
    Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}

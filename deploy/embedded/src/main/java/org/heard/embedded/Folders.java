package org.heard.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** Deleting a folder that an orphan may still be writing to until it notices its parent is gone. */
final class Folders {

  private static final Duration ORPHANS = Duration.ofSeconds(10);

  private Folders() {}

  /** Deletes {@code folder} and everything in it; nothing happens where there is none. */
  static void delete(Path folder) throws IOException {
    try {
      Wait.until(() -> isDeleted(folder), ORPHANS);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (Files.exists(folder)) {
      throw new DirectoryNotEmptyException(folder + "");
    }
  }

  private static boolean isDeleted(Path folder) {
    try {
      deleteOnce(folder);
      return true;
    } catch (DirectoryNotEmptyException | NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void deleteOnce(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> paths;
    try (var walk = Files.walk(folder)) {
      paths = walk.sorted(Comparator.reverseOrder()).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    for (Path path : paths) {
      Files.deleteIfExists(path);
    }
  }
}

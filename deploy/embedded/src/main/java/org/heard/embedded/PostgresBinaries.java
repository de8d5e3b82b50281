package org.heard.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked once per user and version.
 *
 * <p>They lie in the user's own cache and never in a shared temporary folder, where another user
 * could put programs of their own first.
 */
final class PostgresBinaries {

  private static final int OWNER_EXECUTE = 0100;

  private PostgresBinaries() {}

  /**
   * The folder that holds {@code bin/postgres}.
   *
   * @param fallback where to unpack when the user has no writable cache
   */
  static Path unpacked(Path fallback) {
    String resource = Platform.current().resource();
    try {
      Path home = cache(fallback).resolve("postgres-" + digest(resource));
      if (!Files.isDirectory(home)) {
        unpack(resource, home);
      }
      return home;
    } catch (IOException e) {
      throw new EmbeddedServerException("PostgreSQL's binaries could not be unpacked: " + e, e);
    }
  }

  private static Path cache(Path fallback) throws IOException {
    String xdg = System.getenv("XDG_CACHE_HOME");
    Path base =
        xdg == null || xdg.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(xdg);
    try {
      return OwnerOnly.directories(base.resolve("heard"));
    } catch (FileSystemException e) {
      return OwnerOnly.directories(fallback);
    }
  }

  // Beside the final name and then renamed: a second process sees all of it or nothing.
  private static void unpack(String resource, Path home) throws IOException {
    Path partial = Files.createTempDirectory(home.getParent(), "unpacking");
    try (var tar = new TarArchiveInputStream(new XZInputStream(open(resource)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        write(tar, entry, partial);
      }
      Files.move(partial, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!Files.isDirectory(home)) {
        throw e;
      }
    } finally {
      Folders.delete(partial);
    }
  }

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path root)
      throws IOException {
    Path target = root.resolve(entry.getName()).normalize();
    if (!target.startsWith(root)) {
      throw new IOException("entry outside the archive: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else {
      Files.copy(tar, target);
      if ((entry.getMode() & OWNER_EXECUTE) != 0 && !target.toFile().setExecutable(true)) {
        throw new IOException("could not make executable: " + target);
      }
    }
  }

  private static String digest(String resource) throws IOException {
    try (var in = new DigestInputStream(open(resource), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static InputStream open(String resource) {
    InputStream in = PostgresBinaries.class.getResourceAsStream("/" + resource);
    if (in == null) {
      throw new EmbeddedServerException(
          resource
              + " is not on the class path: build deploy/embedded on this machine, its Maven"
              + " profiles choose the archive.");
    }
    return in;
  }
}

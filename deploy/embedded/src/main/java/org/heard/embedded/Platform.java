package org.heard.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * The machine, as far as PostgreSQL's binaries care about it.
 *
 * @param system {@code linux} or {@code darwin}
 * @param architecture {@code x86_64} or {@code arm_64}
 */
record Platform(String system, String architecture) {

  static final String SUPPORTED =
      "supported are Linux with glibc and macOS, each on x86-64 and on arm64";

  private static final Map<String, String> ARCHITECTURES =
      Map.of("amd64", "x86_64", "x86_64", "x86_64", "aarch64", "arm_64", "arm64", "arm_64");

  static Platform current() {
    return of(System.getProperty("os.name"), System.getProperty("os.arch"), musl());
  }

  /** Sorts the values of {@code os.name} and {@code os.arch}; refuses what has no binaries. */
  static Platform of(String osName, String osArch, boolean musl) {
    String os = osName.toLowerCase(Locale.ROOT);
    String system = os.startsWith("linux") ? "linux" : os.startsWith("mac") ? "darwin" : null;
    String architecture = ARCHITECTURES.get(osArch.toLowerCase(Locale.ROOT));
    if (system == null || architecture == null || musl) {
      throw new EmbeddedServerException(
          "No PostgreSQL binaries for %s on %s%s: %s."
              .formatted(osName, osArch, musl ? " with musl libc" : "", SUPPORTED));
    }
    return new Platform(system, architecture);
  }

  /** The name of the archive of binaries on the class path. */
  String resource() {
    return "postgres-%s-%s.txz".formatted(system, architecture);
  }

  private static boolean musl() {
    try (var libraries = Files.newDirectoryStream(Path.of("/lib"), "ld-musl-*")) {
      return libraries.iterator().hasNext();
    } catch (IOException e) {
      return false;
    }
  }
}

package org.heard.suite.nemesis;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Clocks that jump while a process runs: libfaketime between a JVM and its C library. Monotonic
 * time is left alone, or a JVM's timed waits would hang.
 */
final class Clocks {
  private static final List<Path> FOLDERS =
      List.of(
          Path.of("/usr/lib/x86_64-linux-gnu/faketime"),
          Path.of("/usr/lib/aarch64-linux-gnu/faketime"),
          Path.of("/usr/lib64/faketime"),
          Path.of("/usr/lib/faketime"));

  /** The library reads the file anew each second; then some feedback meets the other time. */
  private static final Duration READ_AGAIN = Duration.ofSeconds(3);

  private final Path folder;
  private final Path library;
  private volatile Instant turnedUntil = Instant.MIN;

  /**
   * @param folder where the file that sets each clock is kept
   */
  Clocks(Path folder) {
    this.folder = folder;
    this.library =
        FOLDERS.stream()
            .map(candidate -> candidate.resolve("libfaketimeMT.so.1"))
            .filter(Files::exists)
            .findFirst()
            .orElseThrow(
                () -> new AssertionError("libfaketime is missing: Debian's package `faketime`"));
  }

  /** What a service needs in its environment to have a clock that can jump. */
  List<String> settings(Victim service) throws IOException {
    set(service, "+0");
    return List.of(
        "LD_PRELOAD=" + library,
        "FAKETIME_DONT_FAKE_MONOTONIC=1",
        // Debian's build would otherwise end every timed wait at once, and a JVM would only spin.
        "FAKETIME_FORCE_MONOTONIC_FIX=0",
        "FAKETIME_CACHE_DURATION=1",
        "FAKETIME_TIMESTAMP_FILE=" + file(service));
  }

  /** A jump of a service's clock, and the way back. */
  Fault jump(Victim service, String by) {
    return new Fault() {
      private Instant began = Instant.MAX;

      @Override
      public FaultKind kind() {
        return FaultKind.CLOCK;
      }

      @Override
      public String target() {
        return service.text() + " " + by;
      }

      @Override
      public void begin() throws IOException {
        turnedUntil = Instant.MAX;
        set(service, by);
        began = Instant.now();
      }

      @Override
      public boolean isFelt() {
        return Instant.now().isAfter(began.plus(READ_AGAIN));
      }

      @Override
      public void end() throws IOException {
        set(service, "+0");
        turnedUntil = Instant.now().plus(READ_AGAIN);
      }
    };
  }

  /** Whether a clock is wrong, or was a moment ago. */
  boolean areTurned() {
    return Instant.now().isBefore(turnedUntil);
  }

  /** Some JVMs hang under some versions of the library: a small one is tried before a suite is. */
  void requireThatItWorks() throws IOException, InterruptedException {
    set(Victim.FEEDBACK, "+10d");
    Path program =
        Files.writeString(
            folder.resolve("Clock.java"),
            """
            class Clock {
              public static void main(String[] none) throws Exception {
                long began = System.nanoTime();
                synchronized (Clock.class) { Clock.class.wait(200); }
                System.out.println((System.nanoTime() - began) / 1_000_000);
                System.out.println(java.time.Instant.now());
              }
            }
            """);
    ProcessBuilder java =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), program.toString());
    for (String setting : settings(Victim.FEEDBACK)) {
      int equals = setting.indexOf('=');
      java.environment().put(setting.substring(0, equals), setting.substring(equals + 1));
    }
    set(Victim.FEEDBACK, "+10d");
    Process process = java.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("this JVM hangs under " + library);
    }
    List<String> said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    if (said.size() != 2
        || Long.parseLong(said.get(0)) < 150
        || Duration.between(Instant.now(), Instant.parse(said.get(1))).toDays() < 9) {
      throw new AssertionError("this JVM does not live with " + library + ": " + said);
    }
    set(Victim.FEEDBACK, "+0");
  }

  /** Replaced as a whole: a clock is read at any moment. */
  private void set(Victim service, String by) throws IOException {
    Path next = Files.writeString(folder.resolve("clock.next"), by + "\n");
    Files.move(next, file(service), StandardCopyOption.ATOMIC_MOVE);
  }

  private Path file(Victim service) {
    return folder.resolve("clock." + service.text());
  }
}

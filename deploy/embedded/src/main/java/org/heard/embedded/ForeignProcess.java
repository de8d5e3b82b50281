package org.heard.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * A process that is not our child but whose end we must learn of: the PostgreSQL server, which
 * lives in a session of its own.
 */
final class ForeignProcess {

  private static final Duration FOREVER = Duration.ofDays(36_500);

  private final ProcessHandle handle;

  ForeignProcess(ProcessHandle handle) {
    this.handle = handle;
  }

  long pid() {
    return handle.pid();
  }

  boolean isAlive() {
    return handle.isAlive() && !isZombie();
  }

  CompletableFuture<Void> onExit() {
    CompletableFuture<Void> exit = new CompletableFuture<>();
    Thread watch =
        new Thread(
            () -> {
              Wait.until(() -> !isAlive(), FOREVER);
              exit.complete(null);
            },
            "exit-of-" + pid());
    watch.setDaemon(true);
    watch.start();
    return exit;
  }

  // In a container whose first process reaps nobody, a dead orphan stays in the process table.
  private boolean isZombie() {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid()), "stat"));
      return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
    } catch (IOException e) {
      return false;
    }
  }
}

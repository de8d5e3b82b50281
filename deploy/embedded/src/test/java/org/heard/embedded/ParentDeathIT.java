package org.heard.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParentDeathIT {

  @TempDir Path folder;

  @Test
  void bothServersAreGoneAfterTheirParentWasKilled() throws IOException {
    Process parent = parent();
    try {
      List<ProcessHandle> servers = servers(parent);
      assertThat(servers).hasSize(2).allMatch(ProcessHandle::isAlive);

      parent.destroyForcibly();

      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> assertThat(servers).noneMatch(ParentDeathIT::isAlive));
    } finally {
      parent.destroyForcibly();
    }
  }

  @Test
  void aParentKilledInTheMiddleOfStartingLeavesNothing() throws IOException {
    Process parent = parent();
    try {
      Path pidFile = folder.resolve("postgres/cluster/postmaster.pid");
      await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(pidFile));
      parent.destroyForcibly();
      await().atMost(Duration.ofSeconds(30)).until(() -> !Files.exists(pidFile));
    } finally {
      parent.destroyForcibly();
    }
    // The next start finds a folder it can use.
    PostgresServer.start(
            new PostgresServer.Settings(folder.resolve("postgres"), 0, folder.resolve("pg.log")))
        .close();
  }

  @Test
  void whatTheNextParentStartsIsSparedByTheLastOnesWatcher() throws IOException {
    Process parent = parent();
    servers(parent);
    parent.destroyForcibly();
    // At once, while the killed parent's watcher is still about its work.
    try (PostgresServer next =
        PostgresServer.start(
            new PostgresServer.Settings(folder.resolve("postgres"), 0, folder.resolve("pg.log")))) {
      await()
          .during(Duration.ofSeconds(7))
          .atMost(Duration.ofSeconds(20))
          .until(() -> next.durability().size() == 3);
    } finally {
      parent.destroyForcibly();
    }
  }

  private Process parent() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "-Dheard.kafka.lib=" + System.getProperty("heard.kafka.lib"),
            OrphanParent.class.getName(),
            folder.toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("parent.log").toFile())
        .start();
  }

  private List<ProcessHandle> servers(Process parent) throws IOException {
    Path pids = folder.resolve("pids");
    await().atMost(Duration.ofSeconds(90)).until(() -> Files.exists(pids) || !parent.isAlive());
    return Stream.of(Files.readString(pids).split(" ", -1))
        .map(Long::valueOf)
        .map(ProcessHandle::of)
        .flatMap(Optional::stream)
        .toList();
  }

  private static boolean isAlive(ProcessHandle process) {
    return new ForeignProcess(process).isAlive();
  }
}

package org.heard.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever runs the tests, root too: both servers also start as a user without any privilege. */
class OrdinaryUserIT {

  private static final int NOBODY = 65534;

  @TempDir Path folder;

  @Test
  void startsBothServersWithoutPrivileges() throws IOException {
    boolean root = Files.getAttribute(folder, "unix:uid").equals(0);
    Path home = Files.createDirectory(folder.resolve("home"));
    List<String> command = new ArrayList<>();
    if (root) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.setAttribute(home, "unix:uid", NOBODY);
      command.addAll(
          List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
    }
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dheard.kafka.lib=" + copied("kafka", System.getProperty("heard.kafka.lib")),
            "-cp",
            copied("lib", System.getProperty("java.class.path")),
            OrphanParent.class.getName(),
            home.toString()));
    Path log = folder.resolve("parent.log");
    Process parent =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      Path pids = home.resolve("pids");
      await().atMost(Duration.ofSeconds(90)).until(() -> Files.exists(pids) || !parent.isAlive());
      assertThat(pids).as(Files.readString(log)).exists();
      if (root) {
        for (String pid : Files.readString(pids).split(" ", -1)) {
          assertThat(Files.getAttribute(Path.of("/proc", pid), "unix:uid")).isEqualTo(NOBODY);
        }
      }
    } finally {
      parent.destroyForcibly();
    }
    Path pidFile = home.resolve("postgres/cluster/postmaster.pid");
    await().atMost(Duration.ofSeconds(30)).until(() -> !Files.exists(pidFile));
  }

  // The build's own folders may lie where only root may look.
  private String copied(String name, String classPath) throws IOException {
    Path target = Files.createDirectory(folder.resolve(name));
    List<String> copies = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      Path copy = target.resolve(copies.size() + "-" + Path.of(entry).getFileName());
      copyTree(Path.of(entry), copy);
      copies.add(copy.toString());
    }
    return String.join(File.pathSeparator, copies);
  }

  private static void copyTree(Path from, Path to) throws IOException {
    if (!Files.exists(from)) {
      return;
    }
    try (var walk = Files.walk(from)) {
      for (Path path : walk.toList()) {
        Files.copy(path, to.resolve(from.relativize(path).toString()));
      }
    }
  }
}

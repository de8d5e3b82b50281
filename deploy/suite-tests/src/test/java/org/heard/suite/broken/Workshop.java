package org.heard.suite.broken;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.heard.suite.Command;
import org.heard.suite.Launcher;

/**
 * A root folder in which each service is a link, to the packaged one or to a test build of it, so
 * that a running suite can be given a broken service and a sound one again.
 */
final class Workshop implements Launcher {
  private static final List<String> SERVICES =
      List.of("feedback-service", "analytics-service", "gateway");

  private final Path root;

  Workshop(Path root) throws IOException {
    this.root = root;
    for (String service : SERVICES) {
      Files.createDirectories(link(service).getParent());
      use(service, packaged(service));
    }
  }

  static Path packaged(String service) {
    return Command.root().resolve(service).resolve("target/quarkus-app");
  }

  /** From its next start on the service is this one. */
  void use(String service, Path app) throws IOException {
    Path next = link(service).resolveSibling("next");
    Files.deleteIfExists(next);
    Files.createSymbolicLink(next, app);
    Files.move(next, link(service), StandardCopyOption.ATOMIC_MOVE);
  }

  private Path link(String service) {
    return root.resolve(service).resolve("target/quarkus-app");
  }

  @Override
  public ProcessBuilder builder(String command, String... arguments) {
    Path deploy = Command.root().resolve("deploy");
    List<String> line = new ArrayList<>();
    line.addAll(List.of(java(), "-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    line.add("-Dheard.root=" + root);
    line.add("-Dheard.kafka.lib=" + deploy.resolve("embedded/target/kafka-lib"));
    Path local = deploy.resolve("local/target");
    line.addAll(List.of("-cp", local.resolve("local-1.0.0-SNAPSHOT.jar") + ":" + local + "/lib/*"));
    line.addAll(List.of("org.heard.local.Main", command));
    line.addAll(Arrays.asList(arguments));
    return new ProcessBuilder(line);
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  @Override
  public Path root() {
    return root;
  }
}

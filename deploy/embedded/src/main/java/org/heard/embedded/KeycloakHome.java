package org.heard.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * One unpacked and built Keycloak of one version: its program, its realm to import and its H2 file.
 */
final class KeycloakHome {

  /** Half a minute on two idle cores. */
  private static final Duration BUILD = Duration.ofMinutes(5);

  private final Path zip = zip();
  private final Path log;
  private final Path home;

  KeycloakHome(Path directory, Path log) {
    this.log = log.toAbsolutePath();
    this.home = directory.toAbsolutePath().resolve(version());
  }

  /** Unpacks and builds it unless that is done; an interrupted attempt is thrown away. */
  void install() throws IOException {
    Path built = home.resolve("built-by-heard");
    if (Files.exists(built)) {
      return;
    }
    Folders.delete(home);
    OwnerOnly.directories(home);
    unpack();
    build();
    Files.createFile(built);
  }

  /**
   * Lays the realm down for the import, which happens only where there is none yet. A realm that
   * differs from the last one gets a database of its own; the other is put aside.
   */
  void realm(String json) throws IOException {
    Path imports = OwnerOnly.directories(home.resolve("data").resolve("import"));
    Path realm = imports.resolve("realm.json");
    Path database = home.resolve("data").resolve("h2");
    if (Files.exists(database) && !(Files.exists(realm) && Files.readString(realm).equals(json))) {
      Files.move(database, database.resolveSibling("h2-until-" + System.currentTimeMillis()));
    }
    OwnerOnly.write(realm, json.getBytes(StandardCharsets.UTF_8));
  }

  /** Runs it; the Java options are those of the distribution's {@code kc.sh}, with less memory. */
  ChildJvm run(List<String> command, Map<String, String> environment) throws IOException {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(
        List.of(
            "-Xmx320m",
            "-XX:MaxMetaspaceSize=256m",
            "-XX:+UseSerialGC",
            // It starts sooner on few cores and needs less memory, for a few logins a minute.
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8",
            "-Duser.language=en",
            "-Duser.country=US",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Dpicocli.disable.closures=true",
            "-Dkc.home.dir=" + home,
            "-Djboss.server.config.dir=" + home.resolve("conf")));
    for (String opened : List.of("util", "util.concurrent", "security", "lang")) {
      arguments.add("--add-opens=java.base/java." + opened + "=ALL-UNNAMED");
    }
    arguments.addAll(
        List.of(
            "-cp",
            home.resolve("lib").resolve("quarkus-run.jar").toString(),
            "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
    arguments.addAll(command);
    Map<String, String> all = new LinkedHashMap<>(environment);
    // The C library's memory pools, one a thread by default, are a large part of a small JVM.
    all.put("MALLOC_ARENA_MAX", "2");
    return ChildJvm.start(new ChildJvm.Launch(arguments, all, home, log));
  }

  // One node needs neither a cluster's cache nor a database server of its own.
  private void build() throws IOException {
    List<String> command = List.of("build", "--db=dev-file", "--cache=local");
    try (ChildJvm tool = run(command, Map.of())) {
      if (!Wait.until(() -> !tool.isAlive(), BUILD) || tool.onExit().join() != 0) {
        throw new EmbeddedServerException("Keycloak was not built; see " + log + ".");
      }
    }
  }

  private void unpack() throws IOException {
    try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        unpack(entry, entries);
      }
    }
  }

  // The distribution stands in one folder, keycloak-VERSION, that is left out.
  private void unpack(ZipEntry entry, InputStream content) throws IOException {
    String name = entry.getName().substring(entry.getName().indexOf('/') + 1);
    Path target = home.resolve(name).normalize();
    if (!target.startsWith(home)) {
      throw new EmbeddedServerException("A file outside its folder in " + zip + ".");
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
    } else {
      Files.createDirectories(target.getParent());
      Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private String version() {
    return zip.getFileName().toString().replaceAll("^keycloak-quarkus-dist-|\\.zip$", "");
  }

  private static Path zip() {
    String folder = System.getProperty("heard.keycloak.dist", "");
    try (var zips = Files.list(Path.of(folder))) {
      // Where two lie, an older one was left by an earlier build.
      return zips.filter(file -> file.getFileName().toString().endsWith(".zip"))
          .max(Comparator.comparing(KeycloakHome::lastModified))
          .orElseThrow(() -> new NoSuchFileException(folder));
    } catch (IOException e) {
      throw new EmbeddedServerException(
          "No Keycloak in '"
              + folder
              + "' (system property heard.keycloak.dist): ./mvnw -pl deploy/embedded"
              + " process-classes copies it to deploy/embedded/target/keycloak-dist.",
          e);
    }
  }

  private static long lastModified(Path file) {
    return file.toFile().lastModified();
  }
}

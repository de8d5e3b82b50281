package org.heard.embedded;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/** The data directory of one server and the programs that make, start and stop it. */
final class PostgresCluster {

  /** Crash recovery reads the whole log since the last checkpoint: a minute is generous. */
  private static final Duration START = Duration.ofSeconds(60);

  private static final Duration STOP = Duration.ofSeconds(30);

  // Backends of a killed server let go of its shared memory only when they notice its death.
  private static final Duration LEFTOVERS = Duration.ofSeconds(10);

  private static final List<String> CONFIGURATION =
      List.of(
          // Acknowledged means durable, here as in production.
          "fsync=on",
          "synchronous_commit=on",
          "full_page_writes=on",
          "listen_addresses=127.0.0.1",
          // Empty: no unix sockets, whose folder other users might share.
          "unix_socket_directories=",
          "password_encryption=scram-sha-256",
          "max_connections=100",
          // Neither statements nor the rows they failed on belong in a log: they hold what
          // patients wrote.
          "log_error_verbosity=terse",
          "log_min_error_statement=panic",
          "log_parameter_max_length=0",
          "log_parameter_max_length_on_error=0",
          "log_timezone=UTC",
          "timezone=UTC");

  private final Path directory;
  private final Path log;
  private final Path binaries;

  PostgresCluster(Path directory, Path log) throws IOException {
    this.directory = OwnerOnly.directories(directory.toAbsolutePath());
    this.log = log.toAbsolutePath();
    this.binaries = PostgresBinaries.unpacked(this.directory.resolve("binaries"));
    refuseRootWithoutNamespaces();
  }

  Path data() {
    return directory.resolve("cluster");
  }

  Path lockFile() {
    return directory.resolve("lock");
  }

  Path ownerFile() {
    return directory.resolve("owner");
  }

  /** The superuser's password, made with the cluster. */
  String password() throws IOException {
    return Files.readString(directory.resolve("superuser.password"));
  }

  /** Makes the cluster unless it is there; a half-made one does not count. */
  void create() throws IOException {
    if (Files.isDirectory(data())) {
      return;
    }
    Path partial = directory.resolve("cluster.partial");
    Folders.delete(partial);
    byte[] secret = new byte[24];
    new SecureRandom().nextBytes(secret);
    Path password = directory.resolve("superuser.password");
    OwnerOnly.write(password, Base64.getUrlEncoder().withoutPadding().encode(secret));
    require(
        List.of(
            "initdb",
            "--pgdata=" + partial,
            "--username=" + PostgresServer.SUPERUSER,
            "--pwfile=" + password,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            // The same order and case rules on every machine, whatever its locale.
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8"));
    Files.move(partial, data(), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Starts the server and waits until it accepts connections. */
  ForeignProcess start(int port) throws IOException {
    boolean unclean = clearLeftovers();
    List<String> command = startCommand(port);
    boolean started = unclean ? Wait.until(() -> run(command) == 0, LEFTOVERS) : run(command) == 0;
    Optional<ProcessHandle> server = started ? server() : Optional.empty();
    return new ForeignProcess(
        server.orElseThrow(
            () -> new EmbeddedServerException("PostgreSQL did not start; see " + log + ".")));
  }

  /** Fast shutdown: connections are cut, everything acknowledged is on disk. */
  void stop(ForeignProcess server) {
    run(
        List.of(
            "pg_ctl", "stop", "-D", data().toString(), "-m", "fast", "-w", "-t", seconds(STOP)));
    if (server.isAlive()) {
      run(List.of("pg_ctl", "stop", "-D", data().toString(), "-m", "immediate", "-w"));
    }
  }

  // A server that lost its parent a moment ago may still run, and a killed one leaves its pid
  // file, whose number may by now belong to somebody else.
  private boolean clearLeftovers() throws IOException {
    Path pidFile = data().resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return false;
    }
    Optional<ProcessHandle> holder = server();
    if (holder.isPresent() && isPostgres(holder.get())) {
      stop(new ForeignProcess(holder.get()));
    } else {
      Files.deleteIfExists(pidFile);
    }
    return true;
  }

  private static boolean isPostgres(ProcessHandle process) {
    // Another user's process shows no command; a server of ours would.
    return process.info().command().map(name -> name.endsWith("/postgres")).orElse(false);
  }

  private Optional<ProcessHandle> server() throws IOException {
    try (var lines = Files.lines(data().resolve("postmaster.pid"))) {
      return lines.findFirst().map(String::strip).map(Long::valueOf).flatMap(ProcessHandle::of);
    }
  }

  private List<String> startCommand(int port) {
    StringJoiner options = new StringJoiner(" -c ", "-p " + port + " -c ", "");
    CONFIGURATION.forEach(options::add);
    return List.of(
        "pg_ctl",
        "start",
        "-D",
        data().toString(),
        "-l",
        log.toString(),
        "-w",
        "-t",
        seconds(START),
        "-o",
        options.toString());
  }

  private void require(List<String> command) {
    if (run(command) != 0) {
      throw new EmbeddedServerException(command.get(0) + " failed; see " + log + ".");
    }
  }

  private int run(List<String> command) {
    List<String> full = new ArrayList<>();
    if (LinuxUtils.isUnshareAvailable()) {
      // PostgreSQL refuses to run as root. In a user namespace without a mapping root is nobody.
      full.addAll(List.of("unshare", "-U"));
    }
    full.add(binaries.resolve("bin").resolve(command.get(0)).toString());
    full.addAll(command.subList(1, command.size()));
    ProcessBuilder builder = new ProcessBuilder(full);
    builder.environment().put("LC_ALL", "C");
    builder.redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.toFile()));
    try {
      return builder.start().waitFor();
    } catch (IOException e) {
      throw new EmbeddedServerException("Could not run " + full.get(0) + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EmbeddedServerException("Interrupted while running " + command.get(0), e);
    }
  }

  private void refuseRootWithoutNamespaces() throws IOException {
    boolean root = Files.getAttribute(directory, "unix:uid").equals(0);
    if (root && !LinuxUtils.isUnshareAvailable()) {
      throw new EmbeddedServerException(
          "PostgreSQL does not run as root, and `unshare -U` does not work here: start this as an"
              + " ordinary user, or allow user namespaces.");
    }
  }

  private static String seconds(Duration duration) {
    return Long.toString(duration.toSeconds());
  }
}

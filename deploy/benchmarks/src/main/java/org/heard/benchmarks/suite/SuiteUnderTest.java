package org.heard.benchmarks.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.heard.embedded.FreePort;
import org.heard.embedded.OwnerOnly;
import org.heard.local.directory.DemoDirectory;
import org.heard.local.identity.Bearer;
import org.heard.local.identity.Identity;
import org.heard.local.identity.Role;
import org.heard.local.run.CommandFailure;
import org.heard.local.run.Ports;
import org.heard.local.run.RunFile;

/** The whole suite, started with {@code deploy/up} from its packaged jars, or found running. */
public final class SuiteUnderTest implements AutoCloseable {
  private static final Duration READY = Duration.ofMinutes(4);
  private static final Duration STOPPED = Duration.ofMinutes(1);
  private static final int FIRST_BASE = 25_000;
  private static final int LAST_BASE = 29_000;
  private static final int PORTS = 20;

  private final RunFile run;
  private final Process up;
  private final Thread atEnd;
  private final Duration start;

  private SuiteUnderTest(RunFile run, Process up, Thread atEnd, Duration start) {
    this.run = run;
    this.up = up;
    this.atEnd = atEnd;
    this.start = start;
  }

  static SuiteUnderTest running(RunFile run) {
    return new SuiteUnderTest(run, null, null, null);
  }

  /** An empty suite on free ports. */
  static SuiteUnderTest fresh() {
    try {
      Ports ports = new Ports(freeBase());
      // Beside the sources: a temporary folder may be memory, where a commit costs nothing.
      Path data = RunFile.root().resolve(".heard").resolve("bench-" + ports.base());
      delete(data);
      OwnerOnly.directories(data);
      long began = System.nanoTime();
      Process up = up(ports, data);
      Thread atEnd = new Thread(() -> stop(up, data), "stop-suite");
      Runtime.getRuntime().addShutdownHook(atEnd);
      RunFile run = awaitReady(ports, up, data);
      return new SuiteUnderTest(run, up, atEnd, Duration.ofNanos(System.nanoTime() - began));
    } catch (IOException broken) {
      throw CommandFailure.failed("The suite could not be started: " + broken);
    }
  }

  /** Addresses and folders. */
  public RunFile run() {
    return run;
  }

  /** From the command to ready, with what it builds; null for one that was running already. */
  public Duration start() {
    return start;
  }

  /** A token of the demo organisation, valid eight hours. */
  public String token(Role role, List<String> units) {
    return Identity.of(run)
        .token(new Bearer(role, List.of(DemoDirectory.ORGANISATION), units, List.of()));
  }

  /** The password of a service's own database role, which bears the database's name. */
  public String databasePassword(String name) {
    try {
      return Files.readString(Path.of(run.data(), "keys", name + ".password"));
    } catch (IOException foreign) {
      throw CommandFailure.failed("Not readable: the suite's database passwords: " + foreign);
    }
  }

  /**
   * The suite's processes by what people call them; PostgreSQL's are its first and its sessions.
   */
  public Map<String, Supplier<Stream<ProcessHandle>>> processes() {
    Map<String, Supplier<Stream<ProcessHandle>>> processes = new LinkedHashMap<>();
    for (String module : List.of("feedback-service", "analytics-service", "gateway")) {
      processes.put(module, child("/" + module + "/"));
    }
    processes.put("kafka", child("/kafka-lib"));
    ProcessHandle server = postmaster();
    processes.put("postgresql", () -> Stream.concat(Stream.of(server), server.descendants()));
    return processes;
  }

  private Supplier<Stream<ProcessHandle>> child(String inCommandLine) {
    ProcessHandle found =
        ProcessHandle.of(run.pid()).stream()
            .flatMap(ProcessHandle::descendants)
            .filter(child -> child.info().commandLine().orElse("").contains(inCommandLine))
            .findFirst()
            .orElseThrow(() -> CommandFailure.failed("Not running: " + inCommandLine));
    return () -> Stream.of(found);
  }

  private ProcessHandle postmaster() {
    Path pidFile = Path.of(run.data(), "postgres", "cluster", "postmaster.pid");
    try (Stream<String> lines = Files.lines(pidFile)) {
      return ProcessHandle.of(Long.parseLong(lines.findFirst().orElseThrow().strip()))
          .orElseThrow(() -> CommandFailure.failed("PostgreSQL is not running."));
    } catch (IOException elsewhere) {
      throw CommandFailure.failed("Not readable: PostgreSQL's process id: " + elsewhere);
    }
  }

  @Override
  public void close() {
    if (up != null) {
      Runtime.getRuntime().removeShutdownHook(atEnd);
      stop(up, Path.of(run.data()));
    }
  }

  private static Process up(Ports ports, Path data) throws IOException {
    return new ProcessBuilder(
            RunFile.root().resolve("deploy/up").toString(),
            "--empty",
            "--no-keycloak",
            "--data",
            data.toString(),
            "--port-base",
            Integer.toString(ports.base()))
        .redirectErrorStream(true)
        .redirectOutput(data.resolve("up.log").toFile())
        .start();
  }

  private static RunFile awaitReady(Ports ports, Process up, Path data) throws IOException {
    long giveUp = System.nanoTime() + READY.toNanos();
    while (System.nanoTime() < giveUp) {
      Optional<RunFile> run = RunFile.find(ports).filter(found -> found.pid() == up.pid());
      if (run.isPresent()) {
        return run.get();
      }
      if (exited(up, Duration.ofMillis(200))) {
        throw CommandFailure.failed("The suite did not start:\n" + said(data));
      }
    }
    throw CommandFailure.failed("The suite was not ready in time:\n" + said(data));
  }

  private static String said(Path data) throws IOException {
    return Files.readString(data.resolve("up.log"));
  }

  private static void stop(Process up, Path data) {
    up.destroy();
    if (!exited(up, STOPPED)) {
      up.destroyForcibly();
    }
    try {
      delete(data);
    } catch (IOException left) {
      System.err.println("Not deleted: " + data + ": " + left);
    }
  }

  private static boolean exited(Process process, Duration wait) {
    try {
      return process.waitFor(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw CommandFailure.failed("Interrupted.");
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  private static int freeBase() {
    for (int base = FIRST_BASE; base < LAST_BASE; base += PORTS) {
      if (allFree(base)) {
        return base;
      }
    }
    throw CommandFailure.failed("No twenty free ports between 25000 and 29000.");
  }

  private static boolean allFree(int base) {
    for (int port = base; port < base + PORTS; port++) {
      if (!FreePort.isFree(port)) {
        return false;
      }
    }
    return true;
  }
}

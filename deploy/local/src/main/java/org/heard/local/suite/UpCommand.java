package org.heard.local.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.heard.embedded.FreePort;
import org.heard.local.demo.DemoData;
import org.heard.local.run.CommandFailure;
import org.heard.local.run.PortBase;
import org.heard.local.run.Ports;
import org.heard.local.run.RunFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the whole suite and stays until it is told to stop. */
@Command(
    name = "up",
    description = {
      "Starts PostgreSQL, Kafka, Keycloak and the three services, and keeps them running.",
      "SIGINT (Ctrl-C) or SIGTERM stops everything; then the exit value is 0."
    })
public final class UpCommand implements Callable<Integer> {

  /** Longer than children of a killed suite need to notice (8 s) and PostgreSQL to stop. */
  private static final Duration LEFTOVERS = Duration.ofSeconds(20);

  @Option(names = "--empty", description = "Load no demo feedback. Never deletes anything.")
  private boolean empty;

  @Option(
      names = "--no-keycloak",
      description = "No identity provider: services verify tokens signed by local keys.")
  private boolean noKeycloak;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Everything the suite keeps (default: .heard in the repository root).")
  private Path data;

  @Option(
      names = "--start-timeout",
      paramLabel = "SECONDS",
      defaultValue = "120",
      description = {
        "A service that does not answer so long after its start is stopped and started again",
        "(default: ${DEFAULT-VALUE})."
      })
  private int startTimeout;

  @Mixin private PortBase portBase;

  @Spec private CommandSpec spec;

  private volatile int exitCode;

  @Override
  public Integer call() throws Exception {
    Screen screen = new Screen(spec.commandLine().getOut());
    Ports ports = portBase.ports();
    DataFolder folder = new DataFolder(data == null ? RunFile.root().resolve(".heard") : data);
    screen.print(Welcome.WARNING);
    requireJars();
    UpLock dataLock = UpLock.take(folder.lockFile(), "the data in " + folder.path());
    UpLock portLock = portLock(ports, dataLock);
    try {
      requirePorts(ports, dataLock.leftBehind() || portLock.leftBehind(), screen);
    } catch (IOException | RuntimeException refused) {
      dataLock.release();
      portLock.release();
      throw refused;
    }
    Suite suite = new Suite(folder, ports, !noKeycloak, screen, Duration.ofSeconds(startTimeout));
    Runnable stop =
        () -> {
          screen.step("Stopping ...");
          suite.stop();
          dataLock.release();
          portLock.release();
          screen.step("Stopped.");
        };
    return run(suite, stop, screen);
  }

  private static UpLock portLock(Ports ports, UpLock dataLock) throws IOException {
    try {
      return UpLock.take(
          RunFile.folder().resolve(ports.base() + ".lock"), "port base " + ports.base());
    } catch (IOException | RuntimeException refused) {
      dataLock.release();
      throw refused;
    }
  }

  private int run(Suite suite, Runnable stop, Screen screen) throws Exception {
    // Runs whatever the reason: a signal, or a start that failed. Being told to stop is no failure.
    Runnable stopAndEnd =
        () -> {
          stop.run();
          Runtime.getRuntime().halt(exitCode);
        };
    Runtime.getRuntime().addShutdownHook(new Thread(stopAndEnd, "stop"));
    try {
      suite.start();
      RunFile run = suite.runFile();
      screen.step("All ready.");
      String demo = empty ? "" : new DemoData(run, screen::step, suite::isStopping).load();
      if (!suite.isStopping()) {
        screen.print(Welcome.WARNING + Welcome.text(run, UUID.randomUUID(), Instant.now()) + demo);
      }
      suite.awaitStop();
    } catch (Exception | Error e) {
      exitCode = suite.isStopping() ? 0 : 1;
      throw e;
    }
    return 0;
  }

  private static void requireJars() {
    for (Path jar : Services.jars(RunFile.root())) {
      if (!Files.exists(jar)) {
        throw CommandFailure.failed("Not built: " + jar + "; deploy/up builds it.");
      }
    }
  }

  // After a kill the children still need a moment to notice that they are orphans.
  private void requirePorts(Ports ports, boolean killed, Screen screen) throws IOException {
    Files.deleteIfExists(RunFile.path(ports));
    if (killed) {
      screen.step("The last suite here was killed; waiting for what it left behind.");
    }
    Instant end = Instant.now().plus(killed ? LEFTOVERS : Duration.ZERO);
    PortCheck.require(
        ports,
        !noKeycloak,
        port -> {
          while (!FreePort.isFree(port)) {
            if (Instant.now().isAfter(end)) {
              return false;
            }
            pause();
          }
          return true;
        });
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandFailure.failed("Interrupted.");
    }
  }
}

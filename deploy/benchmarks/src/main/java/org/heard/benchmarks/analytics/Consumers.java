package org.heard.benchmarks.analytics;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import org.heard.benchmarks.suite.SuiteUnderTest;
import org.heard.local.run.CommandFailure;
import org.heard.local.run.JsonHttp;

/** The processes of analytics-service that share the events; the suite's own is the first. */
final class Consumers implements AutoCloseable {
  private static final Duration READY = Duration.ofMinutes(2);
  private static final int HTTP = 12;
  private static final int MANAGEMENT = 13;
  private static final String TAKEN = "heard_ingest_received_total{topic=\"feedback.submitted\"";

  private final SuiteUnderTest suite;
  private final List<ProcessHandle> all = new ArrayList<>();
  private Process second;

  Consumers(SuiteUnderTest suite) {
    this.suite = suite;
    all.add(suite.processes().get("analytics-service").get().findFirst().orElseThrow());
  }

  /** Nobody reads events until they go on; their connections stay. */
  void stop() {
    signal("STOP");
  }

  void goOn() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      for (ProcessHandle one : all) {
        int exit =
            new ProcessBuilder("kill", "-" + name, Long.toString(one.pid())).start().waitFor();
        if (exit != 0) {
          throw CommandFailure.failed("analytics-service could not be sent " + name + ".");
        }
      }
    } catch (IOException impossible) {
      throw CommandFailure.failed("No command kill here: " + impossible);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw CommandFailure.failed("Interrupted.");
    }
  }

  /** Starts a second one with the command line and the settings of the first, on other ports. */
  void addSecond() throws IOException {
    Path first = Path.of("/proc", Long.toString(all.get(0).pid()));
    ProcessBuilder builder = new ProcessBuilder(fields(first.resolve("cmdline")));
    Map<String, String> environment = builder.environment();
    environment.clear();
    for (String setting : fields(first.resolve("environ"))) {
      int equals = setting.indexOf('=');
      environment.put(setting.substring(0, equals), setting.substring(equals + 1));
    }
    int base = suite.run().portBase();
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(base + HTTP));
    environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(base + MANAGEMENT));
    second =
        builder
            .directory(first.resolve("cwd").toRealPath().toFile())
            .redirectErrorStream(true)
            .redirectOutput(Path.of(suite.run().data(), "logs", "second.log").toFile())
            .start();
    all.add(second.toHandle());
    awaitReady(JsonHttp.asNobody("http://127.0.0.1:" + (base + HTTP)));
  }

  /** How many submissions the second has taken since its start. */
  double takenBySecond() throws IOException {
    URI metrics =
        URI.create("http://127.0.0.1:%d/q/metrics".formatted(suite.run().portBase() + MANAGEMENT));
    try (Scanner lines = new Scanner(metrics.toURL().openStream(), StandardCharsets.UTF_8)) {
      return lines
          .useDelimiter("\\R")
          .tokens()
          .filter(line -> line.startsWith(TAKEN))
          .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
          .sum();
    }
  }

  private static void awaitReady(JsonHttp service) {
    long giveUp = System.nanoTime() + READY.toNanos();
    while (System.nanoTime() < giveUp) {
      try {
        if (service.get("/q/health/ready").isSuccess()) {
          return;
        }
      } catch (IOException notYet) {
        // It opens its port late.
      }
      Database.sleep(Duration.ofMillis(200));
    }
    throw CommandFailure.failed("A second analytics-service was not ready in time.");
  }

  private static List<String> fields(Path file) throws IOException {
    return List.of(Files.readString(file, StandardCharsets.UTF_8).split("\0"));
  }

  @Override
  public void close() {
    if (second != null) {
      second.destroyForcibly();
    }
  }
}

package org.heard.suite.nemesis;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.heard.suite.RunningSuite;

/** A part of the suite that faults happen to. */
enum Victim {
  FEEDBACK("feedback-service/target/"),
  ANALYTICS("analytics-service/target/"),
  GATEWAY("gateway/target/"),
  KAFKA("kafka.Kafka"),
  /** The postmaster and its backends; a postmaster that is stopped alone is not missed by them. */
  POSTGRES(null);

  private final String commandLine;

  /**
   * @param commandLine what only its command line holds
   */
  Victim(String commandLine) {
    this.commandLine = commandLine;
  }

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its processes, the one that holds the others first. */
  List<ProcessHandle> processes(RunningSuite suite) {
    return commandLine == null ? postgres(suite) : List.of(suite.service(commandLine));
  }

  private static List<ProcessHandle> postgres(RunningSuite suite) {
    try (var lines = Files.lines(suite.data("postgres/cluster/postmaster.pid"))) {
      ProcessHandle postmaster =
          ProcessHandle.of(Long.parseLong(lines.findFirst().orElseThrow().strip())).orElseThrow();
      return Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    } catch (IOException gone) {
      throw new AssertionError("no PostgreSQL runs", gone);
    }
  }
}

package org.heard.feedback;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.heard.embedded.KafkaBroker;
import org.heard.embedded.PostgresServer;

/** Real PostgreSQL, a real broker and fresh keys for the tests of one JVM. */
public class Backends implements QuarkusTestResourceLifecycleManager {
  private static PostgresServer postgres;
  private static KafkaBroker kafka;

  @Override
  public Map<String, String> start() {
    try {
      postgres = PostgresServer.temporary();
      kafka = KafkaBroker.temporary();
      postgres.database("feedback", "for tests");
      Path folder = Files.createTempDirectory("heard-feedback-it");
      Path secret =
          VaultKeyFile.writeLines(folder.resolve("feedback.key"), List.of(VaultKeyFile.key(32)));
      TestTokens.writeKeys(folder.resolve("keys.json"));
      return Map.ofEntries(
          Map.entry("quarkus.datasource.jdbc.url", postgres.jdbcUrl("feedback")),
          Map.entry("quarkus.datasource.username", "feedback"),
          Map.entry("quarkus.datasource.password", "for tests"),
          Map.entry("heard.kafka.bootstrap-servers", kafka.bootstrapServers()),
          Map.entry("heard.identity.keys", folder.resolve("keys.json").toString()),
          Map.entry("heard.secrets.key-file", secret.toString()),
          Map.entry(
              "heard.vault.key-file",
              VaultKeyFile.write(folder.resolve("vault.keys"), "tests").toString()),
          Map.entry(
              "heard.identity.service-key",
              TestTokens.writeOwnKey(folder.resolve("own.json")).toString()),
          Map.entry("quarkus.http.test-port", "0"),
          Map.entry("quarkus.management.test-port", "0"),
          Map.entry("heard.identity.services", "gateway,analytics-service"));
    } catch (Exception missing) {
      throw new IllegalStateException("the tests need PostgreSQL and Kafka", missing);
    }
  }

  /**
   * Freezes PostgreSQL, sessions and all, while something is done: what is sent to it may still
   * come to pass, and nobody is told.
   */
  public static <T> T whilePostgresIsFrozen(Callable<T> action) throws Exception {
    signal("STOP");
    try {
      return action.call();
    } finally {
      signal("CONT");
    }
  }

  private static void signal(String signal) throws Exception {
    ProcessHandle server = ProcessHandle.of(postgres.pid()).orElseThrow();
    List<String> command = new ArrayList<>(List.of("kill", "-s", signal));
    Stream.concat(Stream.of(server), server.descendants())
        .forEach(process -> command.add(String.valueOf(process.pid())));
    if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
      throw new IllegalStateException("no " + signal + " for PostgreSQL");
    }
  }

  /** Where PostgreSQL keeps its files, the write-ahead log among them: it works in that folder. */
  public static Path postgresFiles() {
    ProcessHandle server = ProcessHandle.of(postgres.pid()).orElseThrow();
    return Stream.concat(Stream.of(server), server.descendants())
        .map(process -> Path.of("/proc", Long.toString(process.pid()), "cwd"))
        .filter(folder -> Files.exists(folder.resolve("PG_VERSION")))
        .findFirst()
        .orElseThrow();
  }

  /** The broker of this JVM's tests. */
  public static String bootstrapServers() {
    return kafka.bootstrapServers();
  }

  @Override
  public void stop() {
    if (kafka != null) {
      kafka.close();
    }
    if (postgres != null) {
      postgres.close();
    }
  }
}

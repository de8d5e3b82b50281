package org.heard.feedback.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.heard.feedback.Backends;
import org.heard.feedback.Feedback;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PostgreSQL stops answering while a batch comes in: every line has its result or has none. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@TestProfile(BatchFaultIT.Impatient.class)
class BatchFaultIT {
  private static final Duration BOUND = Duration.ofSeconds(30);
  private static final String LAST_CHUNK = "0\r\n\r\n";

  public static class Impatient implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "heard.batch.chunk-lines", "2",
          "quarkus.datasource.jdbc.acquisition-timeout", "2s",
          "quarkus.datasource.jdbc.additional-jdbc-properties.connectTimeout", "1",
          "quarkus.datasource.jdbc.additional-jdbc-properties.socketTimeout", "1");
    }
  }

  @Inject AgroalDataSource database;

  private final List<UUID> ids = Stream.generate(UUID::randomUUID).limit(5).toList();
  private String key;

  @BeforeEach
  void importer() {
    Feedback.directory();
    key = Feedback.importerKey();
  }

  @Test
  void nothingWasStoredYet() throws Exception {
    // From now on the key is known without asking.
    Feedback.as(key).get("/v1/devices/me").then().statusCode(200);
    try (Socket batch = open("HTTP/1.1")) {
      assertUnavailable(
          Backends.whilePostgresIsFrozen(
              () -> {
                send(batch, ids);
                return answer(batch);
              }));
    }
    assertSentAgain("accepted", "accepted", "accepted", "accepted", "accepted");
  }

  @Test
  void linesWithAResultAreToldAndThenTheConnectionBreaks() throws Exception {
    String answer = brokenAfterTwo("HTTP/1.1");
    assertThat(answer).startsWith("HTTP/1.1 200").doesNotEndWith(LAST_CHUNK);
    assertThat(answer.toLowerCase(java.util.Locale.ROOT)).doesNotContain("content-length");
    assertThat(answer.lines().filter(line -> line.startsWith("{")))
        .hasSize(2)
        .allMatch(line -> line.contains("\"accepted\"") && line.endsWith("}"));
    assertThat(answer).contains(ids.get(0).toString(), ids.get(1).toString());
    assertSentAgain("duplicate", "duplicate", "accepted", "accepted", "accepted");
  }

  @Test
  void whoCouldNotTellAHalfAnswerFromAWholeGetsNone() throws Exception {
    assertUnavailable(brokenAfterTwo("HTTP/1.0"));
    assertSentAgain("duplicate", "duplicate", "accepted", "accepted", "accepted");
  }

  private String brokenAfterTwo(String version) throws Exception {
    try (Socket batch = open(version)) {
      send(batch, ids.subList(0, 2));
      await().atMost(BOUND).until(() -> stored() == 2);
      return Backends.whilePostgresIsFrozen(
          () -> {
            send(batch, ids.subList(2, 5));
            return answer(batch);
          });
    }
  }

  private static void assertUnavailable(String answer) {
    assertThat(answer)
        .matches("(?s)HTTP/1.[01] 503 .*")
        .containsIgnoringCase("retry-after: 5")
        .contains("\"code\":\"UNAVAILABLE\"")
        .doesNotContain("\"accepted\"");
  }

  private void assertSentAgain(String... results) throws Exception {
    await().atMost(BOUND).until(() -> stored() >= 0);
    try (Socket again = open("HTTP/1.1")) {
      send(again, ids);
      assertThat(
              answer(again)
                  .lines()
                  .filter(line -> line.startsWith("{"))
                  .map(line -> line.replaceFirst(".*\"status\":\"(\\w+)\".*", "$1")))
          .containsExactly(results);
    }
    assertThat(stored()).isEqualTo(ids.size());
  }

  /** A batch of all the lines, of which none has been sent. */
  private Socket open(String version) throws IOException {
    Socket socket = new Socket("localhost", RestAssured.port);
    socket.setSoTimeout((int) BOUND.toMillis());
    String head =
        "POST /v1/feedback/batch %s\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer %s\r\n"
                .formatted(version, key)
            + "Content-Type: application/x-ndjson\r\nContent-Length: %d\r\n\r\n"
                .formatted(ids.stream().mapToInt(id -> line(id).length()).sum());
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static void send(Socket batch, List<UUID> ids) throws IOException {
    for (UUID id : ids) {
      batch.getOutputStream().write(line(id).getBytes(StandardCharsets.US_ASCII));
    }
  }

  private static String line(UUID id) {
    return Feedback.document(id, "Calm.").replace("\n", " ") + "\n";
  }

  private static String answer(Socket batch) throws IOException {
    return new String(batch.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** How many of the lines are in the database; -1 while it is not to be asked. */
  private int stored() {
    try (Connection connection = database.getConnection();
        PreparedStatement count =
            connection.prepareStatement("SELECT count(*) FROM submission WHERE id = ANY (?)")) {
      count.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
      try (ResultSet row = count.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    } catch (SQLException away) {
      return -1;
    }
  }
}

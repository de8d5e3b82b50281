package org.heard.local.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heard.local.run.CommandFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The import against a door that breaks on purpose. */
class ImportTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Mapping MAPPING = Mapping.parse(List.of("text=comment", "rating=rating"));

  @TempDir Path folder;

  private final Map<String, String> stored = new LinkedHashMap<>();
  private final List<String> pauses = new ArrayList<>();
  private HttpServer server;
  private int breakAfterLines = Integer.MAX_VALUE;
  private boolean breakAlways;
  private int status = 200;

  @BeforeEach
  void openTheDoor() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v1/feedback/batch", this::answer);
    server.start();
  }

  @AfterEach
  void closeTheDoor() {
    server.stop(0);
  }

  @Test
  void sendsEveryRecordOnceAndTheSecondTimeChangesNothing() throws IOException {
    Path file = csv("3,Calm.", "3,Calm.", ",Only words", "2,");
    assertThat(run(file)).isEqualTo("4 records: accepted 4, duplicate 0, rejected 0");
    Map<String, String> before = Map.copyOf(stored);
    assertThat(run(file)).isEqualTo("4 records: accepted 0, duplicate 4, rejected 0");
    assertThat(stored).isEqualTo(before).hasSize(4);
  }

  @Test
  void listsRejectedLinesByNumberAndCodeWithoutTheirText() throws IOException {
    Path file = csv("3,Calm.", "9,canary-local", "only-one-cell", "4,canary-door");
    assertThat(run(file))
        .isEqualTo(
            "line 3: INVALID_RATING\nline 4: UNREADABLE\nline 5: TEXT_TOO_LONG\n"
                + "4 records: accepted 1, duplicate 0, rejected 3");
  }

  @Test
  void sendsUnansweredLinesAgainAfterABrokenConnection() throws IOException {
    breakAfterLines = 2;
    Path file = csv("1,one", "2,two", "3,three", "4,four", "5,five");
    assertThat(run(file)).endsWith("rejected 0");
    assertThat(stored).hasSize(5);
  }

  @Test
  void saysHowToGoOnWhenTheDoorStaysShutAndThenGoesOn() throws IOException {
    String[] rows = new String[1200];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = "1,comment " + i;
    }
    rows[3] = "9,a bad rating";
    Path file = csv(rows);
    breakAfterLines = 600;
    breakAlways = true;
    assertThatThrownBy(() -> run(file))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("run the same command again");
    assertThat(pauses).hasSize(8);

    breakAfterLines = Integer.MAX_VALUE;
    breakAlways = false;
    assertThat(run(file)).endsWith("rejected 1").startsWith("line 5: INVALID_RATING");
    assertThat(stored).hasSize(1199);
  }

  @Test
  void givesUpAtOnceWhenTheDoorRefusesTheKey() throws IOException {
    status = 401;
    Path file = csv("1,one");
    assertThatThrownBy(() -> run(file)).hasMessageContaining("401 KEY_REVOKED");
    assertThat(pauses).isEmpty();
  }

  private Path csv(String... rows) throws IOException {
    return Files.writeString(
        folder.resolve("comments.csv"), "rating,comment\n" + String.join("\n", rows) + "\n");
  }

  private String run(Path file) throws IOException {
    ImportState state = ImportState.open(folder.resolve("imports"), "march", file, "options");
    BatchDoor door =
        new BatchDoor(
            "http://127.0.0.1:" + server.getAddress().getPort(),
            "hk_imp_x",
            (length, reason) -> pauses.add(reason));
    Submissions submissions = new Submissions(MAPPING, "W01", state.authoredAt());
    StringWriter out = new StringWriter();
    try (SourceFile source = SourceFile.open(file, Files.newInputStream(file), MAPPING)) {
      new Import(submissions, new ImportIds("march"), door, state)
          .run(source, Long.MAX_VALUE, records -> {})
          .print(new PrintWriter(out));
    }
    return out.toString().strip();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      if (status != 200) {
        exchange.sendResponseHeaders(status, 0);
        exchange
            .getResponseBody()
            .write("{\"code\":\"KEY_REVOKED\"}".getBytes(StandardCharsets.UTF_8));
        return;
      }
      exchange.sendResponseHeaders(200, 0);
      StringBuilder results = new StringBuilder();
      for (String line : body.lines().toList()) {
        if (breakAfterLines-- <= 0) {
          breakAfterLines = breakAlways ? 0 : Integer.MAX_VALUE;
          break;
        }
        results.append(result(JSON.readTree(line))).append('\n');
      }
      exchange.getResponseBody().write(results.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  private String result(JsonNode submission) {
    if (submission.path("answers").path(0).path("text").asText().equals("canary-door")) {
      return "{\"status\":\"rejected\",\"problem\":{\"code\":\"INVALID\","
          + "\"errors\":[{\"pointer\":\"/answers/0/text\",\"code\":\"TEXT_TOO_LONG\"}]}}";
    }
    String before = stored.putIfAbsent(submission.get("id").asText(), submission.toString());
    if (before == null) {
      return "{\"status\":\"accepted\"}";
    }
    return before.equals(submission.toString())
        ? "{\"status\":\"duplicate\"}"
        : "{\"status\":\"rejected\",\"problem\":{\"code\":\"ID_REUSED\"}}";
  }
}

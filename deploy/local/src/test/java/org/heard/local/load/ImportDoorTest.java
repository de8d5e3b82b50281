package org.heard.local.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.heard.local.run.CommandFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The import against a door that breaks on purpose. */
class ImportDoorTest {

  private static final Mapping MAPPING = Mapping.parse(List.of("text=comment", "rating=r&b"));
  private static final String DONE =
      "{\"records\":2,\"accepted\":2,\"duplicate\":0,\"rejected\":0,\"problems\":[]}";

  @TempDir Path folder;

  private final List<String> received = new ArrayList<>();
  private final List<String> queries = new ArrayList<>();
  private final List<String> digests = new ArrayList<>();
  private final List<String> pauses = new ArrayList<>();
  private final List<Long> progress = new ArrayList<>();
  private HttpServer server;
  private Path file;
  private String answer = DONE;
  private int status = 200;
  private int breaks;
  private int recordsDone;
  private boolean growing;

  @BeforeEach
  void openTheDoor() throws IOException {
    file = Files.writeString(folder.resolve("october.csv"), "r&b,comment\n1,Calm.\n2,Kind.\n");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v1/imports", this::answer);
    server.createContext("/v1/feedback/batch", this::answer);
    server.start();
  }

  @AfterEach
  void closeTheDoor() {
    server.stop(0);
  }

  @Test
  void sendsTheFileWithItsDigestAndTellsHowFarItIs() throws IOException {
    assertThat(send().path("accepted").asInt()).isEqualTo(2);
    assertThat(received).containsExactly(Files.readString(file));
    assertThat(queries)
        .containsExactly(
            "name=october.csv&map=text%3Dcomment&map=rating%3Dr%26b&ward=W01&dryRun=false");
    assertThat(digests).containsExactly("sha-256=:" + importOf().digest() + ":");
    assertThat(progress).last().isEqualTo(Files.size(file));
  }

  @Test
  void saysHowTheFileIsWritten() throws IOException {
    Notation british = new Notation("dd/MM/yyyy HH:mm", ";");
    Import what = Import.of(file, "march", MAPPING, null, british, true, true, 5);
    door().send(file, what, progress::add);
    assertThat(queries)
        .containsExactly(
            "name=march&map=text%3Dcomment&map=rating%3Dr%26b&separator=%3B"
                + "&dateFormat=dd%2FMM%2Fyyyy+HH%3Amm&limit=5&continues=true&dryRun=true");
  }

  @Test
  void sendsTheFileAgainAfterABrokenConnection() throws IOException {
    breaks = 2;
    assertThat(send().path("accepted").asInt()).isEqualTo(2);
    assertThat(pauses).containsExactly("no connection", "no connection");
    assertThat(received).hasSize(3);
  }

  @Test
  void isAsPatientAgainAfterSomethingGotOn() {
    breaks = 20;
    growing = true;
    assertThatThrownBy(this::send)
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("run the same command again");
    assertThat(pauses).hasSize(17);
  }

  @Test
  void comesBackWhenTheDoorSaysLater() {
    status = 503;
    answer = "{\"code\":\"UNAVAILABLE\"}";
    assertThatThrownBy(this::send).hasMessageContaining("stopped answering");
    assertThat(pauses).hasSize(8).containsOnly("answered 503 UNAVAILABLE");
  }

  @Test
  void givesUpAtOnceWhenTheDoorRefusesTheFile() {
    status = 422;
    answer = "{\"code\":\"INVALID_CSV\",\"detail\":\"The file stops being CSV at line 3.\"}";
    assertThatThrownBy(this::send)
        .hasMessage(
            "The batch door refuses the file: 422 INVALID_CSV. The file stops being CSV at line"
                + " 3.");
    assertThat(pauses).isEmpty();
  }

  @Test
  void saysWhatToDoWhereTheNameIsAnotherFiles() {
    status = 409;
    answer = "{\"code\":\"IMPORT_NAME_USED\",\"detail\":\"Say continues=true.\"}";
    assertThatThrownBy(this::send)
        .hasMessageContaining("Say continues=true.")
        .hasMessageEndingWith("Here: --continues, or --name NAME.");
  }

  @Test
  void findsHowManyRecordsOfThisFileAreDone() throws IOException {
    recordsDone = 7;
    assertThat(door().recordsDone(importOf())).isEqualTo(7);
    Import another =
        Import.of(file, "november", MAPPING, "W01", Notation.USUAL, false, false, Long.MAX_VALUE);
    assertThat(door().recordsDone(another)).isZero();
    Import elsewhere =
        Import.of(file, null, MAPPING, "W02", Notation.USUAL, false, false, Long.MAX_VALUE);
    assertThat(door().recordsDone(elsewhere)).isZero();
  }

  private JsonNode send() throws IOException {
    return door().send(file, importOf(), progress::add);
  }

  private ImportDoor door() {
    String address = "http://127.0.0.1:" + server.getAddress().getPort();
    return new ImportDoor(address, "hk_imp_x", (length, reason) -> pauses.add(reason));
  }

  private Import importOf() throws IOException {
    return Import.of(file, null, MAPPING, "W01", Notation.USUAL, false, false, Long.MAX_VALUE);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (exchange.getRequestMethod().equals("GET")) {
        respond(exchange, 200, list());
        return;
      }
      queries.add(exchange.getRequestURI().getRawQuery());
      digests.add(exchange.getRequestHeaders().getFirst("Content-Digest"));
      received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      if (breaks-- > 0) {
        return;
      }
      respond(exchange, status, answer);
    }
  }

  private String list() throws IOException {
    int records = growing && recordsDone < 10 ? recordsDone++ : recordsDone;
    return "{\"items\":[{\"name\":\"%s\",\"digest\":\"%s\",\"ward\":\"W01\",\"records\":%d,\"finishedAt\":null}]}"
        .formatted(importOf().name(), importOf().digest(), records);
  }

  private static void respond(HttpExchange exchange, int status, String body) throws IOException {
    exchange.sendResponseHeaders(status, 0);
    exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
  }
}

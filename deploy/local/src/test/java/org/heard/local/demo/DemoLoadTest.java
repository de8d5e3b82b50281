package org.heard.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.heard.local.run.CommandFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The year through a door that keeps what it is given, and shuts when it is told. */
class DemoLoadTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant END = Instant.parse("2026-11-26T14:30:00Z");

  @TempDir Path folder;

  private final Map<String, String> stored = new ConcurrentHashMap<>();
  private final AtomicInteger shutAfterLines = new AtomicInteger(Integer.MAX_VALUE);
  private ExecutorService threads;
  private HttpServer server;

  @BeforeEach
  void openTheDoor() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v1/feedback/batch", this::answer);
    threads = Executors.newFixedThreadPool(3);
    server.setExecutor(threads);
    server.start();
  }

  /** Nobody is let in any more, and who is in is done. */
  @AfterEach
  void closeTheDoor() throws InterruptedException {
    threads.shutdown();
    assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    server.stop(0);
  }

  @Test
  void allArrivesOnceAndASecondTimeChangesNothing() {
    int size = new DemoYear(1, END).size();
    assertThat(send()).isEqualTo(new DemoLoad.Counts(size, 0, 0));
    Map<String, String> before = Map.copyOf(stored);
    assertThat(before).hasSize(size);
    assertThat(send()).isEqualTo(new DemoLoad.Counts(0, size, 0));
    assertThat(stored).isEqualTo(before);
  }

  @Test
  void aLoadThatIsCutOffGoesOnWhereItsYearEnded() throws IOException, InterruptedException {
    DemoState begun = DemoState.read(folder, END);
    begun.write(folder);
    shutAfterLines.set(5_000);
    assertThatThrownBy(() -> load(begun.year())).isInstanceOf(CommandFailure.class);
    // Other batches were under way when the first broke off.
    closeTheDoor();
    int arrived = stored.size();
    assertThat(arrived).isBetween(1, 5_000);

    shutAfterLines.set(Integer.MAX_VALUE);
    openTheDoor();
    DemoState later = DemoState.read(folder, END.plus(Duration.ofDays(2)));
    assertThat(later).isEqualTo(begun);
    int size = later.year().size();
    assertThat(load(later.year())).isEqualTo(new DemoLoad.Counts(size - arrived, arrived, 0));
  }

  @Test
  void whatIsLoadedIsRemembered() throws IOException {
    DemoState.read(folder, END).done().write(folder);
    assertThat(DemoState.read(folder, Instant.EPOCH).loaded()).isTrue();
  }

  private DemoLoad.Counts send() {
    return load(new DemoYear(1, END));
  }

  private DemoLoad.Counts load(DemoYear year) {
    BatchDoor door =
        new BatchDoor(
            "http://127.0.0.1:" + server.getAddress().getPort(),
            "hk_imp_x",
            (length, reason) -> {
              throw CommandFailure.failed(reason);
            });
    return new DemoLoad(door, sent -> {}).send(year);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, 0);
      StringBuilder results = new StringBuilder();
      for (String line : body.lines().toList()) {
        if (shutAfterLines.getAndDecrement() <= 0) {
          break;
        }
        JsonNode submission = JSON.readTree(line);
        String before = stored.putIfAbsent(submission.get("id").asText(), line);
        String status =
            before == null ? "accepted" : before.equals(line) ? "duplicate" : "rejected";
        results.append("{\"status\":\"").append(status).append("\"}\n");
      }
      exchange.getResponseBody().write(results.toString().getBytes(StandardCharsets.UTF_8));
    }
  }
}

package org.heard.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The generator against a server whose behaviour is known. */
class HttpLoadTest {
  private static final Duration STEP = Duration.ofMillis(400);
  private static final long STALL_MILLIS = 300;

  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger arrived = new AtomicInteger();
  private final AtomicLong acknowledged = new AtomicLong();
  private final AtomicInteger connections = new AtomicInteger();
  private HttpServer server;
  private HttpLoad load;

  @BeforeEach
  void serve() {
    server =
        vertx
            .createHttpServer()
            .connectionHandler(connection -> connections.incrementAndGet())
            .requestHandler(this::answer)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    load = new HttpLoad(URI.create("http://127.0.0.1:" + server.actualPort()));
  }

  @AfterEach
  void end() {
    load.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private void answer(HttpServerRequest request) {
    int number = arrived.incrementAndGet();
    if (request.path().equals("/stalls-once") && number == 1) {
      vertx.setTimer(STALL_MILLIS, late -> request.response().setStatusCode(201).end());
    } else if (request.path().equals("/refuses")) {
      request.response().setStatusCode(503).end("{}");
    } else {
      request.response().setStatusCode(201).end("{}");
    }
  }

  @Test
  void countsWhatWasAcknowledgedAndNothingElse() {
    Answers answers = load.closedLoop(() -> request("/takes"), 4, STEP);
    assertThat(answers.acknowledged()).isEqualTo(arrived.get()).isEqualTo(acknowledged.get());
    assertThat(answers.perSecond()).isPositive();
    assertThat(answers.others()).isEmpty();
    assertThat(connections).hasValue(4);
  }

  @Test
  void tellsRefusalsApart() {
    Answers answers = load.closedLoop(() -> request("/refuses"), 1, STEP);
    assertThat(answers.acknowledged()).isZero();
    assertThat(acknowledged).hasValue(0);
    assertThat(answers.others()).containsOnlyKeys(503);
  }

  @Test
  void anOpenLoopKeepsItsScheduleAndCountsWaitingAsLatency() {
    Answers answers = load.openLoop(() -> request("/stalls-once"), 100, 1, STEP);
    assertThat(answers.acknowledged()).as("100 a second for 0.4 s, whatever stalls").isEqualTo(40);
    // Thirty of the forty were due while the only connection was stalled; half of them for longer
    // than this.
    assertThat(answers.latencyMillis(50)).isGreaterThan(90);
    assertThat(answers.latencyMillis(100)).isGreaterThanOrEqualTo(STALL_MILLIS - 1);
  }

  private Request request(String path) {
    RequestOptions options = new RequestOptions().setMethod(HttpMethod.POST).setURI(path);
    return new Request(options, Buffer.buffer("{}"), acknowledged);
  }
}

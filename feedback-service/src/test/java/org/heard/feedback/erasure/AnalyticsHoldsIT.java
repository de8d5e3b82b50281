package org.heard.feedback.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.heard.feedback.Backends;
import org.heard.feedback.access.OwnTokens;
import org.heard.feedback.upstream.Analytics;
import org.heard.feedback.upstream.AnalyticsSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked of analytics-service, and what is taken for an answer. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class AnalyticsHoldsIT {
  private static final UUID ID = UUID.fromString("7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4");

  private static final int MAX_BYTES = 1024;

  @Inject OwnTokens tokens;

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private volatile int status = 200;
  private volatile int missing;
  private volatile String answer = "{\"held\": false}";

  @BeforeEach
  void server() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          asked.add(exchange.getRequestHeaders().getFirst("Authorization"));
          asked.add(String.valueOf(exchange.getRequestHeaders().getFirst("Heard-Caller")));
          byte[] body = answer.getBytes(StandardCharsets.UTF_8);
          int length = body.length + missing;
          exchange.sendResponseHeaders(status, length == 0 ? -1 : length);
          exchange.getResponseBody().write(body);
          if (missing == 0) {
            exchange.close();
          } else {
            exchange.getResponseBody().flush();
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void asksAsThisServiceAlone() throws IOException {
    assertThat(holds().held(ID)).isFalse();
    answer = "{\"held\": true}";
    assertThat(holds().held(ID)).isTrue();
    assertThat(asked.get(0)).isEqualTo("GET /v1/holds/" + ID);
    assertThat(asked.get(1)).startsWith("Bearer ey");
    assertThat(asked.get(2)).isEqualTo("null");
  }

  @Test
  void asksAboutManyAtOnce() throws IOException {
    answer = "{\"held\": [\"" + ID + "\"]}";
    UUID other = UUID.randomUUID();
    assertThat(holds().held(List.of(ID, other))).containsExactly(ID);
    assertThat(asked.get(0)).isEqualTo("GET /v1/holds?submissions=" + ID + "," + other);
    assertThat(holds().held(List.of())).isEmpty();
    assertThat(asked).hasSize(3);
  }

  @Test
  void takesNothingElseForAnAnswer() throws IOException {
    for (String other : new String[] {"", "{}", "[]", "null", "no", "{\"held\": \"false\"}"}) {
      answer = other;
      assertThatIOException().as(other).isThrownBy(() -> holds().held(ID));
      assertThatIOException().as(other).isThrownBy(() -> holds().held(List.of(ID)));
    }
    answer = "{\"held\": false}";
    for (int refusal : new int[] {202, 401, 404, 503}) {
      status = refusal;
      assertThatIOException().isThrownBy(() -> holds().held(ID));
    }
    status = 200;
    server.stop(0);
    assertThatIOException().isThrownBy(() -> holds().held(ID));
    assertThatIOException().isThrownBy(() -> holds(Optional.empty()).held(ID));
  }

  @Test
  void asksWhetherAnErasureCame() throws IOException {
    answer = "{\"held\": false, \"erasedReason\": \"receipt\"}";
    assertThat(holds().erasedReason(ID)).contains("receipt");
    answer = "{\"held\": true, \"erasedReason\": null}";
    assertThat(holds().erasedReason(ID)).isEmpty();
    assertThat(asked.get(0)).isEqualTo("GET /v1/holds/" + ID);
    for (String other : new String[] {"", "{\"held\": true}", "{\"erasedReason\": true}"}) {
      answer = other;
      assertThatIOException().as(other).isThrownBy(() -> holds().erasedReason(ID));
    }
    status = 503;
    assertThatIOException().isThrownBy(() -> holds().erasedReason(ID));
  }

  @Test
  void readsNoMoreOfAnAnswerThanItMayHave() throws IOException {
    String held = "{\"held\": true}";
    answer = held + " ".repeat(MAX_BYTES - held.length());
    assertThat(holds().held(ID)).isTrue();
    answer = held + " ".repeat(MAX_BYTES - held.length() + 1);
    assertThatIOException().isThrownBy(() -> holds().held(ID)).withMessageContaining("1024");
    answer = held + " ".repeat(10 * 1024 * 1024);
    assertThatIOException().isThrownBy(() -> holds().held(ID)).withMessageContaining("1024");
  }

  /** The head came at once, and more is promised than comes. */
  @Test
  void waitsNoLongerForAllOfAnAnswerThanForItsBeginning() {
    missing = 1;
    assertThatIOException().isThrownBy(() -> holds().held(ID)).withMessageContaining("in time");
  }

  @Test
  void sendsThePersonsTokenAlongForALegalHold() throws IOException {
    assertThat(holds().legalHold(ID, true, "person")).isTrue();
    status = 404;
    assertThat(holds().legalHold(ID, false, "person")).isFalse();
    assertThat(asked).contains("PUT /v1/holds/" + ID, "DELETE /v1/holds/" + ID);
    assertThat(asked.get(2)).isEqualTo("person");
    status = 403;
    assertThatIOException().isThrownBy(() -> holds().legalHold(ID, true, "person"));
  }

  private AnalyticsHolds holds() {
    return holds(
        Optional.of(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/")));
  }

  private record Settings(Optional<URI> analyticsUrl, Duration timeout, int maxAnswerBytes)
      implements AnalyticsSettings {}

  private AnalyticsHolds holds(Optional<URI> address) {
    AnalyticsSettings settings = new Settings(address, Duration.ofSeconds(2), MAX_BYTES);
    return new AnalyticsHolds(new Analytics(settings, tokens), new ObjectMapper());
  }
}

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

  @Inject OwnTokens tokens;

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private volatile int status = 200;
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
          exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
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

  private AnalyticsHolds holds(Optional<URI> address) {
    AnalyticsSettings settings =
        new AnalyticsSettings() {
          @Override
          public Optional<URI> analyticsUrl() {
            return address;
          }

          @Override
          public Duration timeout() {
            return Duration.ofSeconds(2);
          }
        };
    return new AnalyticsHolds(new Analytics(settings, tokens), new ObjectMapper());
  }
}

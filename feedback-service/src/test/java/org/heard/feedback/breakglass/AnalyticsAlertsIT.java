package org.heard.feedback.breakglass;

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
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.heard.feedback.Backends;
import org.heard.feedback.access.OwnTokens;
import org.heard.feedback.upstream.Analytics;
import org.heard.feedback.upstream.AnalyticsSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked of analytics-service about an alert, and what is taken for an answer. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class AnalyticsAlertsIT {
  private static final UUID SUBMISSION = UUID.fromString("7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4");
  private static final String ID = SUBMISSION + "-1-1";
  private static final String OPEN =
      """
      {"id": "%s", "submissionId": "%s", "commentId": "%s-1", "wardId": "W01",
       "category": "self-harm", "lane": "mental-health", "state": "open",
       "receivedAt": "2026-10-05T08:15:31Z", "raisedAt": null, "dueAt": null,
       "withheldAnswers": [2]}
      """
          .formatted(ID, SUBMISSION, SUBMISSION);

  @Inject OwnTokens tokens;

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private volatile int status = 200;
  private volatile String answer = OPEN;

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
  void asksAsThisServiceForThePerson() throws IOException {
    assertThat(alerts().open(ID, "person"))
        .contains(new Alerts.Alert(ID, SUBMISSION, "mental-health", Set.of(2)));
    assertThat(asked.get(0)).isEqualTo("GET /v1/alerts/" + ID);
    assertThat(asked.get(1)).startsWith("Bearer ey");
    assertThat(asked.get(2)).isEqualTo("person");
  }

  @Test
  void whatIsNotThereOrNotOpenIsNone() throws IOException {
    for (String state : List.of("closed", "acknowledged", "", "OPEN")) {
      answer = OPEN.replace("\"open\"", "\"" + state + "\"");
      assertThat(alerts().open(ID, "person")).as(state).isEmpty();
    }
    status = 404;
    assertThat(alerts().open(ID, "person")).isEmpty();
  }

  @Test
  void takesNothingElseForAnAnswer() {
    for (String other :
        List.of(
            "",
            "{}",
            "[]",
            "null",
            "no",
            OPEN.replace("\"id\": \"" + ID, "\"id\": \"other"),
            OPEN.replace("\"submissionId\": \"" + SUBMISSION, "\"submissionId\": \"x"),
            OPEN.replace("\"mental-health\"", "null"),
            OPEN.replace("[2]", "null"),
            OPEN.replace("[2]", "[\"x\"]"))) {
      answer = other;
      assertThatIOException().as(other).isThrownBy(() -> alerts().open(ID, "person"));
    }
    answer = OPEN;
    for (int refusal : new int[] {202, 401, 403, 500, 503}) {
      status = refusal;
      assertThatIOException().isThrownBy(() -> alerts().open(ID, "person"));
    }
    status = 200;
    server.stop(0);
    assertThatIOException().isThrownBy(() -> alerts().open(ID, "person"));
    assertThatIOException().isThrownBy(() -> alerts(Optional.empty()).open(ID, "person"));
  }

  private AnalyticsAlerts alerts() {
    return alerts(
        Optional.of(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/")));
  }

  private record Settings(Optional<URI> analyticsUrl, Duration timeout, int maxAnswerBytes)
      implements AnalyticsSettings {}

  private AnalyticsAlerts alerts(Optional<URI> address) {
    AnalyticsSettings settings = new Settings(address, Duration.ofSeconds(2), 1024);
    return new AnalyticsAlerts(new Analytics(settings, tokens), new ObjectMapper());
  }
}

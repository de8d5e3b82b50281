package org.heard.feedback.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.heard.feedback.Backends;
import org.heard.feedback.Feedback;
import org.heard.feedback.TestTokens;
import org.junit.jupiter.api.Test;

/** A kiosk that was away for 400 days and was moved meanwhile empties its queue, hastily. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class KioskReturnsIT {
  private static final int QUEUED = 10_000;
  private static final int SENDERS = 16;
  // A minute of the 400 days is left for the test itself.
  private static final Duration AWAY = Duration.ofDays(400).minusMinutes(1);

  @Inject AgroalDataSource database;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Instant now = Instant.now();
  private final Instant moved = now.minus(AWAY.dividedBy(2));
  private String key;

  @Test
  void nothingIsLostDoubledOrOnAnotherWard() throws SQLException {
    Feedback.directory();
    Response kiosk =
        Feedback.register(Map.of("name", "day room", "kind", "kiosk", "wardId", "W01"));
    key = kiosk.path("key");
    Feedback.as(TestTokens.admin())
        .body(Map.of("wardId", "W02", "since", moved.toString()))
        .post("/v1/devices/" + kiosk.path("id") + "/move")
        .then()
        .statusCode(200);
    ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    List<CompletableFuture<Void>> sent = new ArrayList<>();
    for (int sequence = 1; sequence <= QUEUED; sequence++) {
      String document = document(sequence);
      // Now and then the answer is lost, and it is sent again.
      for (int times = 0; times <= (sequence % 10 == 0 ? 1 : 0); times++) {
        sent.add(CompletableFuture.runAsync(() -> untilAcknowledged(document), senders));
      }
    }
    sent.forEach(CompletableFuture::join);
    senders.shutdown();
    Feedback.as(key)
        .get("/v1/devices/me/reconciliation")
        .then()
        .body("received", equalTo(QUEUED))
        .body("ranges", equalTo(List.of(Map.of("from", 1, "to", QUEUED))))
        .body("gaps", empty())
        .body("repeats", empty());
    assertThat(misplaced(kiosk.path("id"))).isZero();
  }

  private Instant written(int sequence) {
    return now.minus(AWAY).plus(AWAY.multipliedBy(sequence).dividedBy(QUEUED + 1));
  }

  private String document(int sequence) {
    Instant written = written(sequence);
    return Feedback.document(UUID.randomUUID(), "Number " + sequence)
        .replace("W01", written.isBefore(moved) ? "W01" : "W02")
        .replace("2026-10-05T09:15:30+01:00", written.toString())
        .replace("\"rating\"", "\"deviceSequence\": " + sequence + ", \"rating\"");
  }

  private void untilAcknowledged(String document) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/v1/feedback"))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(document))
            .build();
    int status = 429;
    while (status == 429) {
      status = status(request);
    }
    assertThat(status).isIn(200, 201);
  }

  private int status(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException | InterruptedException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private int misplaced(String device) throws SQLException {
    String question =
        "SELECT count(*) FROM submission WHERE device_id = ? AND (time_flag IS NOT NULL"
            + " OR counted_at <> authored_at OR ward_id <> CASE WHEN authored_at < ? THEN 'W01'"
            + " ELSE 'W02' END)";
    try (var connection = database.getConnection();
        var count = connection.prepareStatement(question)) {
      count.setObject(1, UUID.fromString(device));
      count.setObject(2, moved.atOffset(java.time.ZoneOffset.UTC));
      try (var row = count.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }
}

package org.heard.feedback.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heard.feedback.Backends;
import org.heard.feedback.Feedback;
import org.heard.feedback.TestTokens;
import org.heard.feedback.event.FeedbackTally;
import org.heard.feedback.submission.WardDays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class ReconciliationIT {
  @Inject WardDays wardDays;

  @BeforeEach
  void directory() {
    Feedback.directory();
  }

  @Test
  void talliesAWardDayInTheOrganisationsZone() {
    String key = Feedback.kioskKey("W02");
    UUID first = UUID.randomUUID();
    UUID second = UUID.randomUUID();
    // Half past midnight of 2 July in London is still 1 July in UTC.
    send(key, first, "2026-07-01T23:30:00Z");
    send(key, second, "2026-07-02T12:00:00Z");
    send(key, UUID.randomUUID(), "2026-07-02T23:30:00Z");
    FeedbackTally tally =
        wardDays.tallies(Instant.EPOCH, Instant.now().plus(Duration.ofMinutes(1))).stream()
            .filter(t -> t.wardId().equals("W02") && t.day().equals(LocalDate.parse("2026-07-02")))
            .findFirst()
            .orElseThrow();
    UUID xor =
        new UUID(
            first.getMostSignificantBits() ^ second.getMostSignificantBits(),
            first.getLeastSignificantBits() ^ second.getLeastSignificantBits());
    assertThat(tally.count()).isEqualTo(2);
    assertThat(tally.xor()).isEqualTo(xor.toString());

    Feedback.as(TestTokens.admin())
        .body(Map.of("wardId", "W02", "day", "2026-07-02"))
        .post("/v1/events/redrive")
        .then()
        .statusCode(202)
        .body("events", equalTo(2));
  }

  @Test
  void publishesTalliesOnDemand() {
    Feedback.as(TestTokens.admin()).post("/v1/events/tally").then().statusCode(202);
  }

  @Test
  void refusesWhatItCannotSendAgain() {
    refused(Map.of("wardId", "W99", "day", "2026-07-02"), 422, "UNKNOWN_WARD");
    refused(Map.of("wardId", "W02", "day", "yesterday"), 422, "INVALID_TIME");
    refused(Map.of("wardId", "W02", "day", "+999999999-12-31"), 422, "INVALID_TIME");
    refused(Map.of("wardId", "W02", "day", "-9999-01-01"), 422, "INVALID_TIME");
    refused(Map.of("wardId", "W02"), 422, "MISSING_FIELD");
    refused(Map.of("wardId", List.of(), "day", "2026-07-02"), 400, "WRONG_TYPE");
    Feedback.as(TestTokens.withRole("ward-leader"))
        .body(Map.of("wardId", "W02", "day", "2026-07-02"))
        .post("/v1/events/redrive")
        .then()
        .statusCode(403);
  }

  private static void refused(Map<String, Object> request, int status, String code) {
    Feedback.as(TestTokens.admin())
        .body(request)
        .post("/v1/events/redrive")
        .then()
        .statusCode(status)
        .body("code", equalTo(code));
  }

  private static void send(String key, UUID id, String authoredAt) {
    String document =
        Feedback.document(id, "x")
            .replace("W01", "W02")
            .replace("2026-10-05T09:15:30+01:00", authoredAt);
    Feedback.send(key, document).then().statusCode(201);
  }
}

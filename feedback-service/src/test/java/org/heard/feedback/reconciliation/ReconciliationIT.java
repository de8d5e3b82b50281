package org.heard.feedback.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.heard.feedback.Backends;
import org.heard.feedback.Feedback;
import org.heard.feedback.TestTokens;
import org.heard.feedback.directory.Directory;
import org.heard.feedback.event.FeedbackTally;
import org.heard.feedback.outbox.Outbox;
import org.heard.feedback.problem.ProblemException;
import org.heard.feedback.submission.WardDay;
import org.heard.feedback.submission.WardDays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class ReconciliationIT {
  /** A limit that a test can cross. */
  private static final int MOST = 6;

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  @Inject WardDays wardDays;
  @Inject Directory directory;
  @Inject Outbox outbox;
  @Inject AgroalDataSource database;

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
    FeedbackTally tally = tallyOf(LocalDate.parse("2026-07-02"), soon()).orElseThrow();
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
  void aServiceActsForTheAdminWhoseTokenItSendsAlong() {
    asGatewayFor(TestTokens.admin(), "W02").then().statusCode(202);
    asGatewayFor(TestTokens.admin(), "W99").then().statusCode(422);
    asGatewayFor(TestTokens.withRole("quality-analyst"), "W02")
        .then()
        .statusCode(403)
        .body("code", equalTo("FORBIDDEN"));
    for (String nobody : List.of("", "x", TestTokens.gateway(), "Bearer " + TestTokens.admin())) {
      asGatewayFor(nobody, "W02").then().statusCode(401).body("code", equalTo("CALLER_REQUIRED"));
    }
    Feedback.as(TestTokens.gateway())
        .body(Map.of("wardId", "W02", "day", "2026-07-02"))
        .post("/v1/events/redrive")
        .then()
        .statusCode(401)
        .body("code", equalTo("CALLER_REQUIRED"));
  }

  @Test
  void aServiceHasNoOtherBusinessHere() {
    Feedback.as(TestTokens.gateway())
        .header("Heard-Caller", TestTokens.admin())
        .post("/v1/events/tally")
        .then()
        .statusCode(403);
    Feedback.as(TestTokens.gateway())
        .header("Heard-Caller", TestTokens.admin())
        .get("/v1/directory/wards")
        .then()
        .statusCode(403);
  }

  @Test
  void aPersonCannotBorrowARoleFromTheHeader() {
    Feedback.as(TestTokens.withRole("ward-leader"))
        .header("Heard-Caller", TestTokens.admin())
        .body(Map.of("wardId", "W02", "day", "2026-07-02"))
        .post("/v1/events/redrive")
        .then()
        .statusCode(403);
  }

  private static Response asGatewayFor(String person, String ward) {
    return Feedback.as(TestTokens.gateway())
        .header("Heard-Caller", person)
        .body(Map.of("wardId", ward, "day", "2026-07-02"))
        .post("/v1/events/redrive");
  }

  @Test
  void countsWhatWasReceivedByThenAndNothingLater() throws SQLException {
    LocalDate day = LocalDate.parse("2026-07-10");
    String key = Feedback.kioskKey("W02");
    UUID first = UUID.randomUUID();
    send(key, first, "2026-07-10T10:00:00Z");
    Instant received = receivedAt(first);
    send(key, UUID.randomUUID(), "2026-07-10T11:00:00Z");

    FeedbackTally tally = tallyOf(day, received).orElseThrow();
    assertThat(tally.count()).isEqualTo(1);
    assertThat(tally.xor()).isEqualTo(first.toString());
    assertThat(tallyOf(day, received.minusNanos(1000))).isEmpty();
  }

  @Test
  void talliesOnDemandAreOfTheAdminsOrganisations() {
    send(Feedback.kioskKey("W02"), UUID.randomUUID(), "2026-07-20T10:00:00Z");
    assertThat(small().publishTallies(Set.of("O01"))).isPositive();
    assertThat(small().publishTallies(Set.of("O-nothing"))).isZero();
    Feedback.as(TestTokens.admin()).post("/v1/events/tally").then().statusCode(202);
  }

  @Test
  void aWardDayIsSentAgainInPagesEachFactOnce() {
    String key = Feedback.kioskKey("W02");
    Set<UUID> sent = new HashSet<>();
    for (int i = 0; i < 5; i++) {
      UUID id = UUID.randomUUID();
      sent.add(id);
      // All but one at the same time: a page ends among them.
      send(key, id, i == 0 ? "2026-07-15T09:00:00Z" : "2026-07-15T10:00:00Z");
    }
    WardDay wardDay = new WardDay("W02", LocalDate.parse("2026-07-15"), LONDON);
    List<UUID> paged = new ArrayList<>();
    List<WardDays.Standing> page = wardDays.facts(wardDay, null, 2);
    while (!page.isEmpty()) {
      page.forEach(fact -> paged.add(fact.id()));
      page = wardDays.facts(wardDay, page.get(page.size() - 1), 2);
    }
    assertThat(paged).containsExactlyInAnyOrderElementsOf(sent);
    assertThat(wardDays.size(wardDay)).isEqualTo(5);
    assertThat(small().redrive("W02", wardDay.day(), Set.of("O01"))).isEqualTo(5);
  }

  @Test
  void moreThanTheLimitIsRefusedBeforeAnyIsSent() {
    String key = Feedback.kioskKey("W02");
    for (int i = 0; i <= MOST; i++) {
      send(key, UUID.randomUUID(), "2026-07-25T10:00:00Z");
    }
    LocalDate day = LocalDate.parse("2026-07-25");
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> small().redrive("W02", day, Set.of("O01")))
        .withMessage("TOO_MANY_FACTS");
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

  /** With limits that a test can cross, and no wait for what was just received. */
  private Reconciliation small() {
    return new Reconciliation(wardDays, directory, outbox, new SmallPages(), Clock.systemUTC());
  }

  private record SmallPages() implements ReconciliationSettings {
    @Override
    public LocalTime at() {
      return LocalTime.MIDNIGHT;
    }

    @Override
    public Duration window() {
      return Duration.ofDays(8);
    }

    @Override
    public Duration margin() {
      return Duration.ZERO;
    }

    @Override
    public int maxRedrive() {
      return MOST;
    }

    @Override
    public int redriveBatch() {
      return 2;
    }
  }

  private Optional<FeedbackTally> tallyOf(LocalDate day, Instant asOf) {
    return wardDays.tallies("W02", LONDON, Instant.EPOCH, asOf).stream()
        .filter(tally -> tally.day().equals(day))
        .findFirst();
  }

  private static Instant soon() {
    return Instant.now().plus(Duration.ofMinutes(1));
  }

  private Instant receivedAt(UUID id) throws SQLException {
    try (Connection connection = database.getConnection();
        var select =
            connection.prepareStatement("SELECT received_at FROM submission WHERE id = ?")) {
      select.setObject(1, id);
      try (var row = select.executeQuery()) {
        row.next();
        return row.getObject(1, OffsetDateTime.class).toInstant();
      }
    }
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

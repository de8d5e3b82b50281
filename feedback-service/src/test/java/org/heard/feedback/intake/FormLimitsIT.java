package org.heard.feedback.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.heard.feedback.Backends;
import org.heard.feedback.Feedback;
import org.heard.feedback.TestTokens;
import org.heard.feedback.access.ServiceSecrets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Limits of the form so tight that a test can cross them. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@TestProfile(FormLimitsIT.Tight.class)
class FormLimitsIT {
  public static class Tight implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.ofEntries(
          Map.entry("heard.form.max-bytes", "1024"),
          Map.entry("heard.form.max-fields", "30"),
          Map.entry("heard.form.per-second", "20"),
          Map.entry("heard.form.burst", "40"),
          Map.entry("heard.form.ward-per-minute", "1"),
          Map.entry("heard.form.ward-burst", "2"),
          Map.entry("heard.form-code.old-for", "0s"),
          Map.entry("heard.pages.address", "https://feedback.example.nhs.uk"),
          Map.entry("heard.outbox.max-rows", "20"),
          Map.entry("heard.outbox.count-every", "0s"),
          // Nobody listens there, so nothing leaves the outbox but by a test's hand.
          Map.entry("heard.kafka.bootstrap-servers", "localhost:1"));
    }
  }

  @Inject AgroalDataSource database;
  @Inject ServiceSecrets secrets;

  private String ward;
  private String code;

  @BeforeEach
  void ward() throws SQLException {
    emptyOutbox();
    Feedback.directory();
    Map<String, String> made = Forms.ward();
    ward = made.get("id");
    code = made.get("code");
  }

  @Test
  void oneWardIsGivenSoManyAnswers() {
    send(code, answer("x")).then().statusCode(201);
    send(code, answer("x")).then().statusCode(201);
    send(code, answer("Calm"))
        .then()
        .statusCode(429)
        .header("Retry-After", org.hamcrest.Matchers.matchesPattern("[1-6]?[0-9]"))
        .contentType("text/html;charset=UTF-8")
        .body(containsString("RATE_LIMITED"))
        .body(containsString(">\nCalm</textarea>"));
    Map<String, String> other = Forms.ward();
    String token = Forms.token(secrets, other.get("id"), Duration.ofMinutes(1));
    send(other.get("code"), Map.of("form", token, "rating", "1")).then().statusCode(201);
  }

  @Test
  void aFormHasSoManyFields() {
    Map<String, String> thirty = new java.util.HashMap<>(answer("x"));
    for (int i = 0; thirty.size() < 30; i++) {
      thirty.put("x" + i, "");
    }
    send(code, thirty).then().statusCode(422).body(containsString("UNKNOWN_FIELD"));
    thirty.put("more", "");
    send(code, thirty).then().statusCode(400).body(containsString("INVALID_FORM"));
  }

  @Test
  void everybodyTogetherAsksSoOften() {
    List<Response> pages = Stream.generate(() -> given().get("/f/x")).limit(200).toList();
    assertThat(pages).anyMatch(page -> page.statusCode() == 429);
    assertThat(pages)
        .filteredOn(page -> page.statusCode() != 404)
        .allSatisfy(
            page ->
                page.then()
                    .statusCode(429)
                    .header("Retry-After", "1")
                    .contentType("text/html;charset=UTF-8")
                    .body(containsString("it will not be counted twice")));
  }

  @Test
  void aFormIsOnlySoLarge() throws SQLException {
    send(code, answer("x".repeat(1000)))
        .then()
        .statusCode(413)
        .contentType("text/html;charset=UTF-8")
        .body(containsString("BODY_TOO_LARGE"));
    assertThat(stored()).isZero();
  }

  @Test
  void whatThereIsNoRoomForIsShownAgainAndTakenLater() throws SQLException {
    Map<String, String> answer = answer("Patient and kind");
    String key = Feedback.importerKey();
    for (int i = 0; i < 40; i++) {
      Feedback.send(key, Feedback.document(UUID.randomUUID(), "x"));
    }
    send(code, answer)
        .then()
        .statusCode(503)
        .header("Retry-After", "5")
        .body(containsString("UNAVAILABLE"))
        .body(containsString("Patient and kind</textarea>"));
    assertThat(stored()).isZero();
    emptyOutbox();
    send(code, answer).then().statusCode(201);
  }

  @Test
  void anOldCodeLeadsThereOnlySoLong() {
    Feedback.as(TestTokens.admin()).post("/v1/wards/" + ward + "/form-code").then().statusCode(200);
    assertThat(patiently(() -> Forms.open(code)).statusCode()).isEqualTo(404);
  }

  @Test
  void formsMayComeFromTheAddressOnThePosters() {
    patiently(
            () ->
                given()
                    .header("Origin", "https://feedback.example.nhs.uk")
                    .contentType("application/x-www-form-urlencoded")
                    .formParams(answer("x"))
                    .post("/f/" + code))
        .then()
        .statusCode(201);
  }

  private Map<String, String> answer(String text) {
    return Map.of(
        "form", Forms.token(secrets, ward, Duration.ofMinutes(1)), "rating", "1", "good", text);
  }

  private static Response send(String code, Map<String, String> values) {
    return patiently(() -> Forms.send(code, values));
  }

  /** Waits while another test has used up what everybody together may ask. */
  private static Response patiently(java.util.function.Supplier<Response> request) {
    Response[] last = new Response[1];
    org.awaitility.Awaitility.await()
        .until(
            () -> {
              last[0] = request.get();
              return !last[0].asString().contains("it will not be counted twice");
            });
    return last[0];
  }

  private void emptyOutbox() throws SQLException {
    try (var connection = database.getConnection();
        var delete = connection.prepareStatement("DELETE FROM outbox")) {
      delete.execute();
    }
  }

  private long stored() throws SQLException {
    try (var connection = database.getConnection();
        var count =
            connection.prepareStatement("SELECT count(*) FROM submission WHERE ward_id = ?")) {
      count.setString(1, ward);
      try (var row = count.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}

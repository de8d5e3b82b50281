package org.heard.feedback.praise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heard.feedback.Backends;
import org.heard.feedback.Feedback;
import org.heard.feedback.TestTokens;
import org.heard.feedback.background.BackgroundWorks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which names are told to whom, and what stays of it. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class StaffNamesIT {
  private static final String PATH = "/v1/staff-names";
  private static final String WORDS = "Nurse Folake was lovely but Dr Wrenfield was vile.";

  @Inject AgroalDataSource database;
  @Inject StaffNamesSettings settings;
  @Inject NameReadingRepository readings;
  @Inject BackgroundWorks works;

  private final UUID id = UUID.randomUUID();
  private String code;

  @BeforeEach
  void submission() {
    Feedback.directory();
    code = send(Feedback.kioskKey("W01"), id, WORDS).path("receiptCode");
  }

  private static Response send(String key, UUID id, String words) {
    return Feedback.send(key, Feedback.document(id, words));
  }

  @Test
  void theLeaderIsToldWhatIsAskedForAndItIsNotedWithoutNames() throws SQLException {
    ask(TestTokens.leader("W01"), id, "[STAFF-1]", "[STAFF-7]")
        .then()
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body("$", hasSize(1))
        .body("[0].submissionId", equalTo(id.toString()))
        .body("[0].names", equalTo(Map.of("[STAFF-1]", "Folake")));
    assertThat(noted())
        .startsWith("(")
        .contains(id.toString(), "O01,W01,test-person,{[STAFF-1]}")
        .doesNotContain("Folake", "Wrenfield");
    assertThat(count("SELECT count(*) FROM name_reading WHERE submission_id = ?")).isEqualTo(1);
  }

  @Test
  void whatWasNotedStays() {
    ask(TestTokens.leader("W01"), id, "[STAFF-1]").then().statusCode(200);
    for (String change :
        List.of(
            "UPDATE name_reading SET subject = 'nobody'",
            "UPDATE name_reading SET tokens = '{}'",
            "DELETE FROM name_reading",
            "TRUNCATE name_reading")) {
      assertThatThrownBy(() -> execute(change))
          .as(change)
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("stay as they are");
    }
  }

  @Test
  void whatWasNotedEndsOnceItIsOldEnough() throws SQLException {
    for (int days : new int[] {1094, 1095, 1096}) {
      execute(
          "INSERT INTO name_reading SELECT gen_random_uuid(), '%s', 'O01', 'W01', 'x', '{}',"
                  .formatted(id)
              + " now() - interval '%d days'".formatted(days));
    }
    new NameReadingEnd(readings, settings, Clock.systemUTC(), works).end();
    assertThat(count("SELECT count(*) FROM name_reading WHERE submission_id = ?")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"W01", "S01"})
  void leadersOfItsUnitsAre(String unit) {
    ask(TestTokens.leader("W02", unit), id, "[STAFF-1]")
        .then()
        .body("[0].names", equalTo(Map.of("[STAFF-1]", "Folake")));
  }

  @Test
  void nobodyIsToldOfAWardElsewhere() throws SQLException {
    List<String> strangers =
        List.of(
            TestTokens.leader(),
            TestTokens.leader("W02"),
            TestTokens.leader("O01"),
            TestTokens.leaderOf("O02", List.of("ward-leader"), "W01"));
    for (String stranger : strangers) {
      ask(stranger, id, "[STAFF-1]").then().statusCode(200).body("[0].names", anEmptyMap());
    }
    ask(TestTokens.leader("W01"), UUID.randomUUID(), "[STAFF-1]")
        .then()
        .body("[0].names", anEmptyMap());
    assertThat(count("SELECT count(*) FROM name_reading WHERE submission_id = ?")).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "quality-analyst",
    "admin",
    "information-governance",
    "alert-handler",
    "intranet",
    "ward-leader quality-analyst",
    "ward-leader admin",
  })
  void otherRolesAreNot(String roles) {
    String person = TestTokens.leaderOf("O01", List.of(roles.split(" ", -1)), "W01");
    ask(person, id, "[STAFF-1]").then().statusCode(403).body("code", equalTo("FORBIDDEN"));
  }

  @Test
  void onlyTheGatewayMayAsk() {
    String leader = TestTokens.leader("W01");
    ask(Feedback.as(TestTokens.analytics()), leader, id, "[STAFF-1]").then().statusCode(403);
    ask(Feedback.as(leader), leader, id, "[STAFF-1]").then().statusCode(403);
    ask(Feedback.as(TestTokens.admin()), leader, id, "[STAFF-1]").then().statusCode(403);
    for (String nobody : List.of("", "x", TestTokens.gateway())) {
      ask(nobody, id, "[STAFF-1]").then().statusCode(401).body("code", equalTo("CALLER_REQUIRED"));
    }
  }

  @Test
  void whatIsErasedHasNoNames() throws SQLException {
    Feedback.takeBack(code).body("state", equalTo("hidden-until"));
    // They are still sealed here, for whoever may have to help.
    assertThat(count("SELECT count(*) FROM sealed WHERE purpose = 'names' AND submission_id = ?"))
        .isEqualTo(1);
    isToldNothing();
  }

  @Test
  void whatHasExpiredHasNoNames() throws SQLException {
    execute("UPDATE submission SET expired_at = now(), answers = '[]' WHERE id = ?");
    isToldNothing();
  }

  /** Nobody knows what the answer that is held says of the same person. */
  @Test
  void whatIsHeldForItsLanguageHasNoNames() throws SQLException {
    execute(
        "UPDATE submission SET answers = jsonb_set(answers, '{0,held}', '\"LANGUAGE\"')"
            + " WHERE id = ?");
    isToldNothing();
  }

  @Test
  void whatIsPutAsideHasNoNames() {
    Response kiosk = Feedback.register(Map.of("name", "n", "kind", "kiosk", "wardId", "W01"));
    Feedback.as(TestTokens.admin())
        .body(Map.of())
        .post("/v1/devices/" + kiosk.path("id") + "/revoke")
        .then()
        .statusCode(200);
    UUID aside = UUID.randomUUID();
    send(kiosk.path("key"), aside, WORDS).then().statusCode(202);
    ask(TestTokens.leader("W01"), aside, "[STAFF-1]").then().body("[0].names", anEmptyMap());
  }

  private void isToldNothing() throws SQLException {
    ask(TestTokens.leader("W01"), id, "[STAFF-1]")
        .then()
        .statusCode(200)
        .body("[0].names", anEmptyMap());
    assertThat(count("SELECT count(*) FROM name_reading WHERE submission_id = ?")).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[PERSON-1] | 422 | INVALID_VALUE",
        "[STAFF-] | 422 | INVALID_VALUE",
        "STAFF-1 | 422 | INVALID_VALUE",
        "[STAFF-1] [STAFF-2] | 422 | INVALID_VALUE",
        "Folake | 422 | INVALID_VALUE",
      })
  void onlyTokensOfStaffAreAnswered(String token, int status, String code) {
    ask(TestTokens.leader("W01"), id, token)
        .then()
        .statusCode(status)
        .body("code", equalTo(code))
        .body("errors[0].pointer", equalTo("/0/tokens/0"));
    // One of them is enough to be refused as a whole.
    ask(TestTokens.leader("W01"), id, "[STAFF-1]", token).then().statusCode(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|400|WRONG_TYPE",
        "[1]|400|WRONG_TYPE",
        "[{\"submissionId\": 1, \"tokens\": []}]|400|WRONG_TYPE",
        "[{\"submissionId\": \"x\", \"tokens\": []}]|422|INVALID_ID",
        "[{\"tokens\": []}]|422|MISSING_FIELD",
        "[{\"submissionId\": \"7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4\"}]|422|MISSING_FIELD",
        "[{\"submissionId\": \"7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4\", \"tokens\": [],"
            + " \"why\": 1}]|422|UNKNOWN_FIELD",
        "[|400|INVALID_JSON",
      })
  void whatCannotBeReadIsRefused(String body, int status, String code) {
    gateway(TestTokens.leader("W01"))
        .body(body)
        .post(PATH)
        .then()
        .statusCode(status)
        .body("code", equalTo(code));
  }

  @Test
  void noMoreThanAPageIsToldAtOnce() {
    String leader = TestTokens.leader("W01");
    Map<String, Object> one = Map.of("submissionId", id, "tokens", List.of("[STAFF-1]"));
    List<Map<String, Object>> page = Collections.nCopies(settings.maxSubmissions(), one);
    gateway(leader).body(page).post(PATH).then().statusCode(200).body("$", hasSize(page.size()));
    gateway(leader)
        .body(Collections.nCopies(settings.maxSubmissions() + 1, one))
        .post(PATH)
        .then()
        .statusCode(422)
        .body("code", equalTo("TOO_MANY_NAMES"));
    List<String> tokens = Collections.nCopies(settings.maxTokens() + 1, "[STAFF-1]");
    gateway(leader)
        .body(List.of(Map.of("submissionId", id, "tokens", tokens)))
        .post(PATH)
        .then()
        .statusCode(422)
        .body("code", equalTo("TOO_MANY_NAMES"));
    gateway(leader)
        .body("[" + " ".repeat(settings.maxBytes()) + "]")
        .post(PATH)
        .then()
        .statusCode(413)
        .body("code", equalTo("BODY_TOO_LARGE"));
  }

  private static RequestSpecification gateway(String person) {
    return Feedback.as(TestTokens.gateway()).header("Heard-Caller", person);
  }

  private static Response ask(String person, UUID id, String... tokens) {
    return ask(Feedback.as(TestTokens.gateway()), person, id, tokens);
  }

  private static Response ask(RequestSpecification as, String person, UUID id, String... tokens) {
    return as.header("Heard-Caller", person)
        .body(List.of(Map.of("submissionId", id, "tokens", List.of(tokens))))
        .post(PATH);
  }

  private String noted() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT r::text FROM name_reading r WHERE submission_id = ?")) {
      select.setObject(1, id);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }

  private long count(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setObject(1, id);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      if (sql.contains("?")) {
        update.setObject(1, id);
      }
      update.executeUpdate();
    }
  }
}

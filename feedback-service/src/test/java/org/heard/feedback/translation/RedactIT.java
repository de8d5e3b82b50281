package org.heard.feedback.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heard.feedback.Backends;
import org.heard.feedback.Feedback;
import org.heard.feedback.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person wrote for an answer comes out as an answer would. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class RedactIT {
  private static final String PATH = "/v1/redact";
  private static final String WORDS =
      "Nurse Folake on Ash Ward was kind, her number is 07700 900123.";
  private static final String POLISH =
      "Pielęgniarka Folake była bardzo miła, jej numer to 07700 900123.";

  @Inject AgroalDataSource database;
  @Inject RedactSettings settings;

  @BeforeEach
  void directory() {
    Feedback.directory();
  }

  @Test
  void namesAndNumbersGoAndPlacesStay() {
    String text = ask("W01", "en", WORDS).then().statusCode(200).extract().path("text");

    assertThat(text)
        .startsWith("Nurse [STAFF-1] on Ash Ward was kind")
        .doesNotContain("Folake", "07700", "900123");
  }

  @Test
  void inALanguageThatIsNotReadOnlyWhatHasAFormGoes() {
    String text = ask("W01", "pl", POLISH).then().statusCode(200).extract().path("text");

    assertThat(text).startsWith("Pielęgniarka Folake była").doesNotContain("07700", "[STAFF-");
  }

  @Test
  void withoutALanguageItIsIdentified() {
    assertThat(ask("W01", null, WORDS).<String>path("text")).contains("[STAFF-1]");
    assertThat(ask("W01", null, POLISH).<String>path("text")).contains("Folake");
  }

  @Test
  void itIsWhatAnAnswerWithTheseWordsBecomes() throws SQLException {
    String id = UUID.randomUUID().toString();
    Feedback.send(Feedback.kioskKey("W01"), Feedback.document(UUID.fromString(id), WORDS))
        .then()
        .statusCode(201);

    assertThat(ask("W01", "en", WORDS).<String>path("text"))
        .isEqualTo(one("SELECT answers->0->>'text' FROM submission WHERE id = '" + id + "'"));
  }

  @Test
  void nothingIsStored() throws SQLException {
    ask("W01", "en", "Nurse Quillonia was kind.").then().statusCode(200);

    for (String table : List.of("submission", "sealed", "outbox", "name_reading")) {
      assertThat(one("SELECT count(*) FROM " + table + " t WHERE t::text LIKE '%Quillonia%'"))
          .as(table)
          .isEqualTo("0");
    }
  }

  /** A fresh organisation, as names of places are remembered for a while. */
  @Test
  void aWardThatHasAPersonsNameIsAPlaceInItsOrganisation() {
    String own = "O" + UUID.randomUUID().toString().substring(0, 8);
    put(own, "organisations/", Map.of("name", "Westmere", "odsCode", "ZZ8"));
    put(
        own,
        "sites/",
        Map.of("name", "Westmere General", "odsCode", "ZZ801", "organisationId", own));
    put(own, "wards/", Map.of("name", "Fraser Ward", "siteId", own));
    String text = "Thank you Fraser Ward, and Nurse Folake. Thank you Fraser for your care.";

    RequestSpecification analyst = gateway(TestTokens.withRole("quality-analyst", own));
    assertThat(ask(analyst, own, "en", text).<String>path("text"))
        .isEqualTo("Thank you Fraser Ward, and Nurse [STAFF-1]. Thank you Fraser for your care.");
    assertThat(ask("W01", "en", text).<String>path("text"))
        .doesNotContain("Fraser for")
        .doesNotContain("Folake");
  }

  private static void put(String organisation, String kind, Map<String, Object> state) {
    Feedback.as(TestTokens.withRole("admin", organisation))
        .body(state)
        .put("/v1/directory/" + kind + organisation)
        .then()
        .statusCode(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"quality-analyst", "ward-leader"})
  void whoWritesForAWardMay(String role) {
    ask(gateway(TestTokens.withRole(role)), "W01", "en", WORDS).then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin", "information-governance", "alert-handler", "intranet"})
  void otherRolesMayNot(String role) {
    ask(gateway(TestTokens.withRole(role)), "W01", "en", WORDS).then().statusCode(403);
  }

  @Test
  void onlyTheGatewayMayAsk() {
    String analyst = TestTokens.withRole("quality-analyst");
    for (String other : List.of(TestTokens.analytics(), analyst, TestTokens.admin())) {
      ask(Feedback.as(other).header("Heard-Caller", analyst), "W01", "en", WORDS)
          .then()
          .statusCode(403);
    }
    ask(Feedback.as(TestTokens.gateway()), "W01", "en", WORDS)
        .then()
        .statusCode(401)
        .body("code", equalTo("CALLER_REQUIRED"));
  }

  @Test
  void aWardElsewhereIsUnknown() {
    String stranger = TestTokens.withRole("quality-analyst", "O02");
    String foreign =
        ask(gateway(stranger), "W01", "en", WORDS)
            .then()
            .statusCode(422)
            .body("code", equalTo("UNKNOWN_WARD"))
            .extract()
            .asString();
    assertThat(ask(gateway(stranger), "W-none", "en", WORDS).asString()).isEqualTo(foreign);
    ask(gateway(stranger), "W09", "en", WORDS).then().statusCode(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[]|400|WRONG_TYPE",
        "{|400|INVALID_JSON",
        "{\"wardId\": \"W01\", \"text\": 1}|400|WRONG_TYPE",
        "{\"wardId\": \"W01\", \"text\": \"a\\u0000\"}|400|NUL_CHARACTER",
        "{\"wardId\": \"W01\", \"text\": \"a\\ud800\"}|400|LONE_SURROGATE",
        "{\"wardId\": \"W01\"}|422|MISSING_FIELD",
        "{\"wardId\": \"W01\", \"text\": \" \"}|422|MISSING_FIELD",
        "{\"text\": \"a\"}|422|MISSING_FIELD",
        "{\"wardId\": \"W01\", \"text\": \"a\", \"language\": \"e n\"}|422|INVALID_LANGUAGE",
        "{\"wardId\": \"W01\", \"text\": \"a\", \"id\": \"x\"}|422|UNKNOWN_FIELD",
      })
  void whatCannotBeReadIsRefused(String body, int status, String code) {
    gateway(TestTokens.withRole("quality-analyst"))
        .body(body)
        .post(PATH)
        .then()
        .statusCode(status)
        .body("code", equalTo(code));
  }

  @Test
  void aTextAndADocumentHaveTheirBounds() {
    int most = settings.maxTextCodePoints();
    ask("W01", "en", "\uD83D\uDC99".repeat(most)).then().statusCode(200);
    ask("W01", "en", "a".repeat(most + 1))
        .then()
        .statusCode(422)
        .body("code", equalTo("TEXT_TOO_LONG"));
    ask("W01", "en", " ".repeat(settings.maxBytes()))
        .then()
        .statusCode(413)
        .body("code", equalTo("BODY_TOO_LARGE"));
  }

  private static RequestSpecification gateway(String person) {
    return Feedback.as(TestTokens.gateway()).header("Heard-Caller", person);
  }

  private static Response ask(String ward, String language, String text) {
    return ask(gateway(TestTokens.withRole("quality-analyst")), ward, language, text);
  }

  private static Response ask(RequestSpecification as, String ward, String language, String text) {
    Map<String, String> body = new HashMap<>(Map.of("wardId", ward, "text", text));
    if (language != null) {
      body.put("language", language);
    }
    return as.body(body).post(PATH);
  }

  private String one(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}

package org.heard.feedback.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.heard.feedback.Backends;
import org.heard.feedback.Feedback;
import org.heard.feedback.TestTokens;
import org.heard.feedback.access.ServiceSecrets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class PaperIT {
  private static final ZoneId ZONE = ZoneId.of("Europe/London");

  @Inject AgroalDataSource database;
  @Inject ServiceSecrets secrets;

  private String ward;
  private String device;
  private String key;

  @BeforeEach
  void desk() {
    Feedback.directory();
    ward = Forms.ward().get("id");
    device =
        Feedback.register(Map.of("name", "ward clerk", "kind", "kiosk", "wardId", ward)).path("id");
    key = open(code()).getCookie("heard-desk");
  }

  @Test
  void aCodeMakesABrowserADeskOnce() {
    String code = code();
    Response opened = open(code);
    opened
        .then()
        .statusCode(303)
        .header("Location", endsWith("/paper"))
        .header(
            "Set-Cookie",
            allOf(
                containsString("HttpOnly"),
                containsString("Secure"),
                containsString("SameSite=Strict"),
                containsString("Path=/paper"),
                containsString("Max-Age=43200")));
    page(opened.getCookie("heard-desk"))
        .then()
        .statusCode(200)
        .body(containsString("Key paper cards: Rowan Ward"))
        .body(containsString("Cards keyed here: 0"))
        .body(containsString("value=\"" + LocalDate.now(ZONE) + "\""))
        .body(not(containsString("<select")));
    open(code).then().statusCode(404).body(containsString("data-code=\"NOT_FOUND\""));
    open("hk_imp_made-up").then().statusCode(401).body(containsString("UNAUTHORIZED"));
    given()
        .header("Origin", "https://elsewhere.example")
        .contentType("application/x-www-form-urlencoded")
        .formParam("code", code())
        .post("/paper/open")
        .then()
        .statusCode(403)
        .header("Set-Cookie", org.hamcrest.Matchers.nullValue());
  }

  @Test
  void withoutACodeThereIsNoDesk() {
    page(null).then().statusCode(200).body(containsString("Open a desk"));
    page("hk_dev_made-up").then().statusCode(200).body(containsString("Open a desk"));
    send("hk_dev_made-up", card("2026-10-05")).then().statusCode(401);
    Feedback.as(TestTokens.admin()).post("/v1/devices/" + device + "/revoke");
    page(key).then().body(containsString("Open a desk"));
    Feedback.as(TestTokens.admin()).get("/paper").then().body(containsString("Open a desk"));
  }

  @Test
  void aCardThatComesWithARevokedKeyIsKeptUntilThereIsANewCode() throws SQLException {
    Map<String, String> card =
        Forms.with(card("2026-10-05"), "good", "The tea was warm,\nand \"strong\" <enough>");
    Feedback.as(TestTokens.admin()).post("/v1/devices/" + device + "/revoke");
    Response refused = send(key, card);
    refused
        .then()
        .statusCode(401)
        .body(containsString("data-code=\"KEY_REVOKED\""))
        .body(containsString("it counts once"))
        .body(containsString("new code"))
        .body(not(containsString("<enough>")));
    Map<String, String> kept = kept(refused);
    assertThat(kept).containsAllEntriesOf(card);
    assertThat(stored()).isZero();

    // A code that does not do costs nothing of it either.
    Response again = openWith("0000000000", kept);
    again.then().statusCode(404);
    assertThat(kept(again)).isEqualTo(kept);

    device =
        Feedback.register(Map.of("name", "ward clerk", "kind", "kiosk", "wardId", ward)).path("id");
    Response opened = openWith(code(), kept(again));
    opened
        .then()
        .statusCode(200)
        .body(containsString("Key paper cards: Rowan Ward"))
        .body(containsString("value=\"2026-10-05\""))
        .body(containsString("and &quot;strong&quot; &lt;enough&gt;</textarea>"));
    Map<String, String> filledIn = Forms.with(card, "form", Forms.token(opened));
    String newKey = opened.getCookie("heard-desk");
    await().until(() -> send(newKey, filledIn).statusCode() < 300);
    assertThat(row())
        .isEqualTo("paper|paper-home|4|with-staff-help|2026-10-05|2026-10-05T00:00|t|" + device);
  }

  @Test
  void aCardWhoseAnswerWasLostCountsOnceThoughTheDeskIsAnotherNow() {
    Map<String, String> card = card("2026-10-05");
    send(key, card).then().statusCode(201);
    Feedback.as(TestTokens.admin()).post("/v1/devices/" + device + "/revoke");
    Response refused = send(key, card);
    refused.then().statusCode(401).body(containsString("it counts once"));
    device =
        Feedback.register(Map.of("name", "ward clerk", "kind", "kiosk", "wardId", ward)).path("id");
    Response opened = openWith(code(), kept(refused));
    send(opened.getCookie("heard-desk"), Forms.with(card, "form", Forms.token(opened)))
        .then()
        .statusCode(200)
        .body(containsString("not counted twice"));
    assertThat(stored()).isOne();
  }

  /** A code does once, so what it made of the browser outlasts whatever becomes of the page. */
  @Test
  void aDeskThatWasOpenedStaysOpenThoughItsPageFailed() throws SQLException {
    Map<String, String> card = card("2026-10-05");
    String code = code();
    organisationOfWard("none");
    Response failed;
    try {
      failed = openWith(code, card);
    } finally {
      organisationOfWard("O01");
    }
    failed
        .then()
        .statusCode(500)
        .body(containsString("data-code=\"INTERNAL\""))
        .body(containsString("needs no code"))
        .body(not(containsString("name=\"code\"")));
    String opened = failed.getCookie("heard-desk");
    assertThat(kept(failed)).isEqualTo(card);
    openWith(code, card).then().statusCode(404);

    openAgain(opened, kept(failed))
        .then()
        .statusCode(200)
        .body(containsString("Key paper cards: Rowan Ward"))
        .body(containsString("The tea was warm</textarea>"));
    openAgain(opened, Map.of()).then().statusCode(303);
    openAgain("hk_dev_made-up", card).then().statusCode(401);
  }

  private static Response openAgain(String cookie, Map<String, String> card) {
    return given()
        .redirects()
        .follow(false)
        .cookie("heard-desk", cookie)
        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .formParams(card)
        .formParam("code", "")
        .post("/paper/open");
  }

  private void organisationOfWard(String organisation) throws SQLException {
    try (var connection = database.getConnection();
        var update =
            connection.prepareStatement(
                "UPDATE directory_unit SET organisation_id = ? WHERE kind = 'ward' AND id = ?")) {
      update.setString(1, organisation);
      update.setString(2, ward);
      assertThat(update.executeUpdate()).isOne();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aCardThatComesBackAtAnotherWardsDeskIsOfThatWardUnlessItIsStored(boolean stored) {
    Map<String, String> card = card("2026-10-05");
    if (stored) {
      send(key, card).then().statusCode(201);
    }
    Feedback.as(TestTokens.admin()).post("/v1/devices/" + device + "/revoke");
    Map<String, String> kept = kept(send(key, card));
    device =
        Feedback.register(Map.of("name", "ward clerk", "kind", "kiosk", "wardId", "W02"))
            .path("id");
    Response opened = openWith(code(), kept);
    opened.then().statusCode(200).body(containsString("Key paper cards: Birch Ward"));
    Response sent =
        send(opened.getCookie("heard-desk"), Forms.with(card, "form", Forms.token(opened)));
    if (stored) {
      sent.then().statusCode(409).body(containsString("ID_REUSED"));
    } else {
      sent.then().statusCode(201).body(containsString("Stored for Birch Ward"));
    }
    assertThat(stored()).isEqualTo(stored ? 1 : 0);
  }

  @Test
  void aCardIsKeptWithoutAnyDeskButNotWhatAnotherSitesPageSent() {
    Map<String, String> card = card("2026-10-05");
    Response refused = send("hk_dev_made-up", Forms.with(card, "wardId", "W01"));
    refused.then().statusCode(401).body(containsString("data-code=\"UNAUTHORIZED\""));
    assertThat(kept(refused)).isEqualTo(card);
    given()
        .header("Sec-Fetch-Site", "cross-site")
        .cookie("heard-desk", "hk_dev_made-up")
        .contentType("application/x-www-form-urlencoded")
        .formParams(card)
        .post("/paper")
        .then()
        .statusCode(401)
        .body(not(containsString("The tea was warm")));
  }

  /** What the page for a code sends beside the code. */
  private static Map<String, String> kept(Response page) {
    Map<String, String> kept = new java.util.TreeMap<>();
    java.util.regex.Matcher field =
        java.util.regex.Pattern.compile(
                "<(?:input type=\"hidden\"|textarea[^>]*?) name=\"([^\"]+)\"(?: value=\"([^\"]*)\">|[^>]*>\n([^<]*)</textarea>)")
            .matcher(page.asString());
    while (field.find()) {
      String value = field.group(2) == null ? field.group(3) : field.group(2);
      kept.put(
          field.group(1),
          value
              .replace("&lt;", "<")
              .replace("&gt;", ">")
              .replace("&quot;", "\"")
              .replace("&amp;", "&"));
    }
    return kept;
  }

  private static Response openWith(String code, Map<String, String> card) {
    return given()
        .redirects()
        .follow(false)
        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .formParams(card)
        .formParam("code", code)
        .post("/paper/open");
  }

  @Test
  void leavingTheDeskTakesTheKeyFromTheBrowser() {
    given()
        .redirects()
        .follow(false)
        .cookie("heard-desk", key)
        .post("/paper/close")
        .then()
        .statusCode(303)
        .header("Set-Cookie", containsString("Max-Age=0"));
  }

  @Test
  void cardsAreKeyedOneAfterTheOther() throws SQLException {
    Response first = send(key, card("2026-10-05"));
    first
        .then()
        .statusCode(201)
        .body(containsString("Cards keyed here: 1"))
        .body(containsString("value=\"2026-10-05\""))
        .body(containsString("value=\"paper-home\" checked"))
        .body(not(containsString("The tea was warm")));
    assertThat(Forms.receipt(first)).isNotNull();
    assertThat(row())
        .isEqualTo("paper|paper-home|4|with-staff-help|2026-10-05|2026-10-05T00:00|t|" + device);
    Map<String, String> second =
        Forms.with(
            card("2026-10-06"), "form", Forms.token(first), "keyed", "1", "improve", "Noise");
    await().until(() -> send(key, second).statusCode() == 201);
    send(key, second).then().statusCode(200).body(containsString("Cards keyed here: 2"));
    assertThat(stored()).isEqualTo(2);
  }

  @Test
  void reloadingIsTheSameCard() {
    Map<String, String> card = card("2026-10-05");
    Response first = send(key, card);
    Response again = send(key, card);
    first.then().statusCode(201);
    again
        .then()
        .statusCode(200)
        .body(containsString("not counted twice"))
        .body(containsString("Cards keyed here: 1"));
    assertThat(Forms.receipt(again)).isEqualTo(Forms.receipt(first));
    send(key, Forms.with(card, "rating", "1"))
        .then()
        .statusCode(409)
        .body(containsString("ID_REUSED"));
    assertThat(stored()).isOne();
  }

  @Test
  void aCardOfTodayIsOfToday() throws SQLException {
    String today = LocalDate.now(ZONE).toString();
    send(key, card(today)).then().statusCode(201);
    assertThat(row()).contains("|" + today + "|" + today + "T00:00|t|");
  }

  @Test
  void aCardOfTheOldestDayIsOfThatDay() throws SQLException {
    LocalDate oldest = LocalDate.now(ZONE).minusDays(400);
    send(key, card(oldest.toString())).then().statusCode(201);
    assertThat(row()).contains("|" + oldest + "|" + oldest + "T00:00|t|");
    send(key, Forms.with(card(oldest.minusDays(1).toString()), "form", token("O01")))
        .then()
        .statusCode(422)
        .body(containsString("INVALID_DAY"));
  }

  @ParameterizedTest
  @CsvSource({
    "day, 9999-01-01, INVALID_DAY",
    "day, 2020-01-01, INVALID_DAY",
    "day, 05/10/2026, INVALID_DAY",
    "day, '', INVALID_DAY",
    "mode, sms, INVALID_VALUE",
    "mode, '', INVALID_VALUE",
    "rating, 0, INVALID_RATING",
    "form, x, FORM_EXPIRED",
    "wardId, W01, UNKNOWN_FIELD"
  })
  void whatIsWrongIsShownAgain(String field, String value, String problem) {
    send(key, Forms.with(card("2026-10-05"), field, value))
        .then()
        .statusCode(422)
        .body(containsString("data-code=\"" + problem + "\""))
        .body(containsString("The tea was warm</textarea>"));
    assertThat(stored()).isZero();
  }

  @Test
  void pagesOfOtherSitesAndOfOtherOrganisationsDesksAreNotTaken() {
    given()
        .header("Sec-Fetch-Site", "cross-site")
        .cookie("heard-desk", key)
        .contentType("application/x-www-form-urlencoded")
        .formParams(card("2026-10-05"))
        .post("/paper")
        .then()
        .statusCode(403);
    String other = token("O02");
    send(key, Forms.with(card("2026-10-05"), "form", other))
        .then()
        .statusCode(422)
        .body(containsString("FORM_EXPIRED"));
    assertThat(stored()).isZero();
  }

  @Test
  void reloadingIsTheSameCardWhereverTheDeskStandsNow() {
    Map<String, String> card = card("2026-10-05");
    Response first = send(key, card);
    Feedback.as(TestTokens.admin())
        .body(Map.of("wardId", "W02", "since", "2026-10-01T00:00:00Z"))
        .post("/v1/devices/" + device + "/move")
        .then()
        .statusCode(200);
    Response again = send(key, card);
    again.then().statusCode(200).body(containsString("not counted twice"));
    assertThat(Forms.receipt(again)).isEqualTo(Forms.receipt(first));
  }

  @Test
  void aCardIsOfTheWardWhereTheDeskStoodThatDay() throws SQLException {
    Feedback.as(TestTokens.admin())
        .body(Map.of("wardId", "W02", "since", "2026-10-06T00:00:00Z"))
        .post("/v1/devices/" + device + "/move")
        .then()
        .statusCode(200);
    send(key, card("2026-10-05"))
        .then()
        .statusCode(201)
        .body(containsString("Stored for Rowan Ward"));
    send(key, Forms.with(card("2026-10-08"), "form", token("O01")))
        .then()
        .statusCode(201)
        .body(containsString("Stored for Birch Ward"));
    assertThat(stored()).isOne();
  }

  /** Its page has no such field; whoever adds one has chosen nothing. */
  @Test
  void aKiosksDeskKeysForTheWardWhereItStandsAndForNoOther() throws SQLException {
    String other = Forms.ward().get("id");
    send(key, Forms.with(card("2026-10-05"), "ward", other)).then().statusCode(201);
    assertThat(stored()).isOne();
    ward = other;
    assertThat(stored()).isZero();
  }

  @Test
  void anImportersDeskChoosesTheWard() throws SQLException {
    Response importer =
        Feedback.register(Map.of("name", "i", "kind", "importer", "organisationId", "O01"));
    device = importer.path("id");
    key = open(importer.path("key")).getCookie("heard-desk");
    page(key)
        .then()
        .body(containsString("<option value=\"" + ward + "\""))
        .body(not(containsString("Reed Ward")));
    send(key, Forms.with(card("2026-10-05"), "ward", ward))
        .then()
        .statusCode(201)
        .body(containsString("<option value=\"" + ward + "\" selected"));
    assertThat(row()).endsWith("|" + device);
    for (String other : new String[] {"W09", "NOPE", ""}) {
      send(key, Forms.with(card("2026-10-05"), "ward", other, "form", token("O01")))
          .then()
          .statusCode(422)
          .body(containsString("The tea was warm"));
    }
  }

  private Map<String, String> card(String day) {
    return Map.of(
        "form", token("O01"),
        "keyed", "0",
        "day", day,
        "mode", "paper-home",
        "rating", "4",
        "good", "The tea was warm",
        "respondent", "with-staff-help");
  }

  private String token(String organisation) {
    return new FormToken(UUID.randomUUID(), Instant.now().minus(Duration.ofMinutes(1)))
        .sign(secrets, "desks:" + organisation);
  }

  private String code() {
    return Feedback.as(TestTokens.admin())
        .post("/v1/devices/" + device + "/pairing-code")
        .path("code");
  }

  private static Response open(String code) {
    return given()
        .redirects()
        .follow(false)
        .contentType("application/x-www-form-urlencoded")
        .formParam("code", code)
        .post("/paper/open");
  }

  private static Response page(String key) {
    return key == null ? given().get("/paper") : given().cookie("heard-desk", key).get("/paper");
  }

  private static Response send(String key, Map<String, String> values) {
    return given()
        .cookie("heard-desk", key)
        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .formParams(values)
        .post("/paper");
  }

  private String row() throws SQLException {
    return text(
        "SELECT concat_ws('|', channel, mode, rating, respondent,"
            + " (counted_at AT TIME ZONE 'Europe/London')::date,"
            + " to_char(authored_at AT TIME ZONE 'Europe/London', 'YYYY-MM-DD\"T\"HH24:MI'),"
            + " time_flag IS NULL, device_id) FROM submission WHERE ward_id = ?");
  }

  private long stored() {
    try {
      return Long.parseLong(text("SELECT count(*)::text FROM submission WHERE ward_id = ?"));
    } catch (SQLException unreachable) {
      throw new IllegalStateException(unreachable);
    }
  }

  private String text(String query) throws SQLException {
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(query)) {
      select.setString(1, ward);
      try (var row = select.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }
}

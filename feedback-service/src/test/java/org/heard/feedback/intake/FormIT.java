package org.heard.feedback.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
class FormIT {
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  @Inject AgroalDataSource database;
  @Inject ServiceSecrets secrets;

  private String ward;
  private String code;
  private Map<String, String> answer;

  @BeforeEach
  void ward() {
    Feedback.directory();
    Map<String, String> made = Forms.ward();
    ward = made.get("id");
    code = made.get("code");
    answer =
        Map.of(
            "form", Forms.token(secrets, ward, A_MINUTE),
            "website", "",
            "rating", "2",
            "good", "Kind & calm.\r\nThank you",
            "improve", "",
            "respondent", "carer");
  }

  @Test
  void asksWhatTheFriendsAndFamilyTestAsks() {
    Forms.open(code)
        .then()
        .statusCode(200)
        .contentType("text/html;charset=UTF-8")
        .body(containsString("<legend>Overall, how was your experience of our service?</legend>"))
        .body(
            matchesPattern(
                "(?s).*value=\"1\">Very good<.*value=\"2\">Good<.*value=\"3\">Neither good nor"
                    + " poor<.*value=\"4\">Poor<.*value=\"5\">Very poor<.*value=\"6\">Don&#39;t"
                    + " know<.*"))
        .body(containsString("What was good about it?"))
        .body(containsString("Rowan Ward"))
        .body(containsString("Northmoor General"))
        .body(containsString("Nobody watches these answers for urgent help."))
        .body(not(containsString("<script")))
        .body(not(containsString(" style=")));
  }

  @Test
  void setsNoCookieAndLetsNothingElseIn() {
    for (Response page : List.of(Forms.open(code), Forms.send(code, answer), Forms.open("x"))) {
      page.then()
          .header("Set-Cookie", nullValue())
          .header("Cache-Control", "no-store")
          .header("X-Content-Type-Options", "nosniff")
          .header("Referrer-Policy", "same-origin")
          .header("X-Frame-Options", "DENY")
          .header(
              "Content-Security-Policy",
              allOf(
                  containsString("default-src 'none'"),
                  containsString("frame-ancestors 'none'"),
                  not(containsString("unsafe"))));
    }
    given().get("/pages/heard.css").then().statusCode(200).contentType("text/css;charset=UTF-8");
  }

  @Test
  void storesAnAnswerAndGivesAReceipt() throws SQLException {
    Response page =
        Forms.send(code, Forms.with(answer, "consentToPublish", "yes", "phone", "07700 900123"));
    page.then().statusCode(201).contentType("text/html;charset=UTF-8");
    String receipt = Forms.receipt(page);
    given()
        .contentType("application/json")
        .body(Map.of("receiptCode", receipt))
        .post("/v1/receipts/lookup")
        .then()
        .statusCode(200)
        .body("ward.id", equalTo(ward));
    assertThat(
            text(
                "SELECT concat_ws('|', channel, mode, rating, respondent, format,"
                    + " consent_to_publish, coalesce(device_id::text, 'none'), counted_at ="
                    + " authored_at, received_at - authored_at < interval '1 minute', time_flag IS"
                    + " NULL, answers -> 0 ->> 'text') FROM submission WHERE ward_id = ?"))
        .isEqualTo("phone|online|2|carer|standard|t|none|t|t|t|" + "Kind & calm.\nThank you");
    assertThat(
            text(
                "SELECT count(*)::text FROM sealed JOIN submission ON id = submission_id"
                    + " WHERE purpose = 'contact' AND ward_id = ?"))
        .isEqualTo("1");
  }

  @Test
  void oneTapIsEnough() {
    String token = Forms.token(secrets, ward, A_MINUTE);
    Forms.send(code, Map.of("form", token, "rating", "6")).then().statusCode(201);
  }

  @Test
  void aPageThatWasOpenedIsTakenOnceAPersonCanHaveFilledItIn() {
    Map<String, String> values = Forms.with(answer, "form", Forms.token(Forms.open(code)));
    Response tooFast = Forms.send(code, values);
    tooFast
        .then()
        .statusCode(422)
        .body(containsString("FORM_TOO_FAST"))
        .body(containsString("Kind &amp; calm."));
    assertThat(Forms.token(tooFast)).isEqualTo(values.get("form"));
    await().until(() -> Forms.send(code, values).statusCode() == 201);
    assertThat(stored()).isOne();
  }

  @Test
  void reloadingTheReceiptIsTheSameAnswer() {
    Response first = Forms.send(code, answer);
    Response again = Forms.send(code, answer);
    first.then().statusCode(201);
    again.then().statusCode(200).body(containsString("sending it again has changed nothing"));
    assertThat(Forms.receipt(again)).isEqualTo(Forms.receipt(first)).isNotNull();
    assertThat(stored()).isOne();
  }

  @Test
  void sendingTwiceAtOnceIsTheSameAnswer() throws Exception {
    ExecutorService browsers = Executors.newFixedThreadPool(6);
    List<Future<Response>> answers = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      answers.add(browsers.submit(() -> Forms.send(code, answer)));
    }
    List<Integer> statuses = new ArrayList<>();
    for (Future<Response> each : answers) {
      statuses.add(each.get().statusCode());
    }
    browsers.shutdown();
    assertThat(statuses).containsOnlyOnce(201).containsOnly(200, 201);
    assertThat(stored()).isOne();
  }

  @Test
  void whatIsChangedAndSentAgainIsKeptAndNotCountedUnseen() {
    Forms.send(code, answer).then().statusCode(201);
    Map<String, String> changed = Forms.with(answer, "good", "Kind, and patient");
    Response again = Forms.send(code, changed);
    again
        .then()
        .statusCode(409)
        .body(containsString("ID_REUSED"))
        .body(containsString("Kind, and patient"));
    assertThat(stored()).isOne();
    Map<String, String> anew = Forms.with(changed, "form", Forms.token(again));
    await().until(() -> Forms.send(code, anew).statusCode() == 201);
    assertThat(stored()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "rating, 7, INVALID_RATING, rating",
    "rating, good, INVALID_RATING, rating",
    "respondent, nurse, INVALID_VALUE, respondent",
    "bed, 6, UNKNOWN_FIELD,",
    "wardId, W01, UNKNOWN_FIELD,",
    "website, https://shop.example, FORM_TRAP,",
    "form, made up, FORM_EXPIRED,"
  })
  void whatIsWrongIsShownAgain(String field, String value, String problem, String where) {
    Map<String, String> wrong =
        Forms.with(answer, "why", "<b>\"'&</b>", "name", "A \"B\"", field, value);
    Forms.send(code, wrong)
        .then()
        .statusCode(422)
        .body(containsString("data-code=\"" + problem + "\""))
        .body(containsString("role=\"alert\" tabindex=\"-1\" autofocus"))
        .body(containsString(where == null ? "<li>" : "<a href=\"#" + where + "\">"))
        .body(containsString("Kind &amp; calm.\nThank you</textarea>"))
        .body(containsString(">\n&lt;b&gt;&quot;&#39;&amp;&lt;/b&gt;</textarea>"))
        .body(containsString("value=\"A &quot;B&quot;\""))
        .body(containsString("<details open>"));
    assertThat(stored()).isZero();
  }

  @Test
  void anEmptyFormIsShownAgain() {
    Forms.send(code, Forms.with(answer, "rating", "", "good", " \n"))
        .then()
        .statusCode(422)
        .body(containsString("EMPTY_SUBMISSION"))
        .body(containsString("value=\"carer\" checked"))
        .body(containsString("id=\"rating-error\""));
  }

  @Test
  void everythingWrongIsToldAtOnceBesideItsField() {
    Map<String, String> wrong =
        Forms.with(answer, "rating", "9", "improve", "a".repeat(4001), "email", "b".repeat(201));
    Forms.send(code, wrong)
        .then()
        .statusCode(422)
        .body(containsString("VALIDATION_FAILED"))
        .body(containsString("<a href=\"#rating\">"))
        .body(containsString("<a href=\"#improve\">"))
        .body(containsString("<a href=\"#email\">"))
        .body(containsString("aria-describedby=\"names-hint improve-error\" aria-invalid=\"true\""))
        .body(containsString("a".repeat(4001)));
    assertThat(stored()).isZero();
    Forms.send(code, Forms.with(answer, "improve", "😀".repeat(4000))).then().statusCode(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"good=%FF", "good=%zz", "good=1&good=2", "good=%00"})
  void whatIsNoFormIsRefused(String body) {
    var refused = Forms.raw(code, "application/x-www-form-urlencoded", body);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("Nothing was stored");
    assertThat(stored()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "multipart/form-data; boundary=x", "text/csv", "*/*"})
  void onlyFormsAreTaken(String type) {
    var refused = Forms.raw(code, type, "rating=1");
    assertThat(refused.statusCode()).isEqualTo(415);
    assertThat(refused.body()).contains("UNSUPPORTED_MEDIA_TYPE");
  }

  @Test
  void anOldPageIsShownAnewAndIsStillTheSameAnswer() {
    String old = Forms.token(secrets, ward, Duration.ofHours(7));
    Response page = Forms.send(code, Forms.with(answer, "form", old));
    page.then().statusCode(422).body(containsString("FORM_EXPIRED"));
    assertThat(stored()).isZero();
    Map<String, String> anew = Forms.with(answer, "form", Forms.token(page));
    await().until(() -> Forms.send(code, anew).statusCode() == 201);
    Response lost = Forms.send(code, Forms.with(answer, "form", old));
    Map<String, String> oncemore = Forms.with(answer, "form", Forms.token(lost));
    await().until(() -> Forms.send(code, oncemore).statusCode() == 200);
    assertThat(stored()).isOne();
  }

  @Test
  void aPageOfAnotherWardIsNotTaken() {
    String token = Forms.token(secrets, "W01", A_MINUTE);
    Forms.send(code, Forms.with(answer, "form", token))
        .then()
        .statusCode(422)
        .body(containsString("FORM_EXPIRED"));
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, https://elsewhere.example",
    "Origin, null",
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site"
  })
  void otherSitesPagesAreNotTaken(String header, String value) {
    given()
        .header(header, value)
        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .formParams(answer)
        .post("/f/" + code)
        .then()
        .statusCode(403)
        .body(containsString("FORBIDDEN"))
        .body(containsString("Kind &amp; calm."));
    assertThat(stored()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"Origin, http://localhost:PORT", "Sec-Fetch-Site, same-origin"})
  void ourOwnPagesAreTaken(String header, String value) {
    given()
        .header(header, value.replace("PORT", String.valueOf(RestAssured.port)))
        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .formParams(answer)
        .post("/f/" + code)
        .then()
        .statusCode(201);
  }

  @Test
  void unknownAndMalformedCodesAreAlike() {
    String unknown = Forms.open("000000").then().statusCode(404).extract().asString();
    assertThat(unknown).contains("NOT_FOUND");
    for (String other : List.of("x", "0000000", "UUUUUU", ward, "W01", "%C3%A9", "a".repeat(300))) {
      assertThat(
              given()
                  .urlEncodingEnabled(false)
                  .get("/f/" + other)
                  .then()
                  .statusCode(404)
                  .contentType("text/html;charset=UTF-8")
                  .extract()
                  .asString())
          .as(other)
          .isEqualTo(unknown);
      assertThat(Forms.send("000000", answer).then().statusCode(404).extract().asString())
          .isEqualTo(unknown);
    }
  }

  @Test
  void aCodeIsReadHoweverItIsTypedAndWhateverAppsAddToIt() {
    Forms.open(code.toLowerCase(Locale.ROOT)).then().statusCode(200);
    Forms.open(code.substring(0, 3) + "-" + code.substring(3)).then().statusCode(200);
    Forms.open(code + "?fbclid=1&utm_source=qr").then().statusCode(200);
  }

  @Test
  void aReplacedCodeLeadsThereForAWhile() throws SQLException {
    Response replaced = Feedback.as(TestTokens.admin()).post("/v1/wards/" + ward + "/form-code");
    // The code is part of what is published: another one is another version.
    replaced.then().statusCode(200).body("id", equalTo(ward)).body("version", equalTo(2));
    String fresh = replaced.path("formCode");
    assertThat(fresh).isNotEqualTo(code).matches("[0-9A-HJKMNP-TV-Z]{6}");
    Forms.send(code, answer).then().statusCode(201);
    Forms.open(code).then().body(containsString("action=\"/f/" + fresh + "?lang=en\""));
    replacedAgo("399 days");
    Forms.open(code).then().statusCode(200);
    replacedAgo("401 days");
    Forms.open(code).then().statusCode(404);
    Forms.open(fresh).then().statusCode(200);
  }

  @Test
  void onlyAnAdminOfTheWardReplacesItsCode() {
    String path = "/v1/wards/" + ward + "/form-code";
    given().post(path).then().statusCode(401);
    Feedback.as(TestTokens.withRole("quality-analyst")).post(path).then().statusCode(403);
    Feedback.as(Feedback.kioskKey("W01")).post(path).then().statusCode(403);
    Feedback.as(TestTokens.admin()).post("/v1/wards/NOPE/form-code").then().statusCode(404);
    Feedback.as(TestTokens.admin())
        .get("/v1/directory/wards/" + ward)
        .then()
        .body("formCode", equalTo(code))
        .body("version", equalTo(1));
  }

  @Test
  void everyWardHasACodeAndNothingElseHas() {
    List<String> codes =
        Feedback.as(TestTokens.admin()).get("/v1/directory/wards?limit=200").path("items.formCode");
    assertThat(codes).doesNotContainNull().doesNotHaveDuplicates().hasSizeGreaterThan(3);
    Feedback.as(TestTokens.admin())
        .get("/v1/directory/sites/S01")
        .then()
        .body("formCode", nullValue());
  }

  @Test
  void aClosedWardStillTakesAnswers() {
    Feedback.as(TestTokens.admin())
        .body(Map.of("name", "Rowan Ward", "siteId", "S01", "closedOn", "2026-01-01"))
        .put("/v1/directory/wards/" + ward)
        .then()
        .statusCode(200)
        .body("formCode", equalTo(code));
    Forms.send(code, answer).then().statusCode(201);
  }

  @Test
  void aWardAsksInItsOwnWordsAndLosesNoAnswerWhenTheyChange() {
    Feedback.as(TestTokens.admin())
        .body(
            Map.of(
                "questions",
                List.of(
                    Map.of("question", "improve", "texts", Map.of("cy", "Beth <i>allem</i>?")))))
        .put("/v1/wards/" + ward + "/questions")
        .then()
        .statusCode(200);
    Forms.open(code)
        .then()
        .body(containsString("<label for=\"improve\" lang=\"cy\">Beth &lt;i&gt;allem&lt;/i&gt;?"))
        .body(not(containsString("id=\"good\"")));
    Forms.send(code, Forms.with(answer, "rating", "9"))
        .then()
        .body(containsString("id=\"good\""))
        .body(containsString("Kind &amp; calm."));
    Forms.send(code, answer).then().statusCode(201);
  }

  @Test
  void whatIsRefusedBeforeThePageIsAPageForABrowser() {
    var refused =
        Forms.raw(
            code, "application/x-www-form-urlencoded", "rating=1", "Content-Encoding", "gzip");
    assertThat(refused.statusCode()).isEqualTo(415);
    assertThat(refused.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
    assertThat(refused.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'"));
    assertThat(refused.body()).contains("UNSUPPORTED_ENCODING");
  }

  private void replacedAgo(String interval) throws SQLException {
    try (var connection = database.getConnection();
        var update =
            connection.prepareStatement(
                "UPDATE replaced_form_code SET replaced_at = now() - CAST(? AS interval)"
                    + " WHERE ward_id = ?")) {
      update.setString(1, interval);
      update.setString(2, ward);
      assertThat(update.executeUpdate()).isOne();
    }
  }

  @Test
  void aCodeMayBeAnything() {
    Random random = new Random(20261126L);
    for (int i = 0; i < 100; i++) {
      byte[] noise = new byte[1 + random.nextInt(12)];
      random.nextBytes(noise);
      String written = new String(noise, StandardCharsets.ISO_8859_1);
      Response answer = given().accept("text/html").get("/f/{code}", written);
      assertThat(answer.statusCode()).as("%s", (Object) noise).isIn(400, 404);
    }
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

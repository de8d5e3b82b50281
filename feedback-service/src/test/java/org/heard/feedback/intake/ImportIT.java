package org.heard.feedback.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.heard.feedback.Backends;
import org.heard.feedback.Feedback;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class ImportIT {
  private static final Duration BOUND = Duration.ofSeconds(30);
  private static final String FILE =
      """
      ref,when,ward,score,good,improve
      ,2026-10-05,W01,Very good,"Calm, even
      at night.",
      ,2026-10-05,W01,Very good,"Calm, even
      at night.",
      ,2026-10-06 14:30,W02,4,,Softer lights
      17,2026-10-07,W02,6,,
      """;

  private static final String UUID_OF_A_RECORD = UUID.randomUUID().toString();

  @Inject AgroalDataSource database;

  private final String name = "import " + UUID.randomUUID();
  private String importer;

  @BeforeEach
  void importer() {
    Feedback.directory();
    importer = Feedback.importerKey();
  }

  @Test
  void theSameFileTwiceChangesNothingAndEqualCommentsOfTwoPeopleStayTwo() throws Exception {
    long before = stored();
    post(FILE)
        .then()
        .statusCode(200)
        .body("records", equalTo(4))
        .body("accepted", equalTo(4))
        .body("problems", equalTo(List.of()))
        .body("dryRun", equalTo(false));
    assertThat(stored()).isEqualTo(before + 4);
    post(FILE).then().statusCode(200).body("duplicate", equalTo(4)).body("accepted", equalTo(0));
    assertThat(stored()).isEqualTo(before + 4);
  }

  @Test
  void jsonLinesAreTheSameFile() throws Exception {
    String lines =
        """
        {"when": "2026-10-05", "ward": "W01", "score": "Very good", "good": "Calm, even\\nat night."}
        {"score": "Very good", "when": "2026-10-05", "ward": "W01", "good": "Calm, even\\nat night."}
        {"when": "2026-10-06 14:30", "ward": "W02", "score": 4, "improve": "Softer lights"}
        {"ref": 17, "when": "2026-10-07", "ward": "W02", "score": 6}
        """;
    post(FILE).then().body("accepted", equalTo(4));
    request("application/jsonl")
        .queryParam("continues", true)
        .body(lines)
        .post("/v1/feedback/batch")
        .then()
        .statusCode(200)
        .body("duplicate", equalTo(4));
  }

  @Test
  void aDryRunFindsEveryProblemByItsLineAndStoresNothing() throws Exception {
    String wrong =
        """
        ref,when,ward,score,good,improve
        1,2026-10-05,W01,9,,
        2,yesterday,W01,1,,
        3,2026-10-05,W99,1,,
        4,2026-10-05,W01,1,=SUM(A1),
        5,2026-10-05,W01,1
        6,2026-10-05,W01,,,
        7,2026-10-05,W01,1,fine,
        7,2026-10-05,W01,2,another with the same ref,
        7,2026-10-05,W01,1,fine,
        """;
    long before = stored();
    Response report =
        request("text/csv").queryParam("dryRun", true).body(wrong).post("/v1/feedback/batch");
    report
        .then()
        .statusCode(200)
        .body("dryRun", equalTo(true))
        .body("records", equalTo(9))
        .body("accepted", equalTo(1))
        .body("duplicate", equalTo(1))
        .body("rejected", equalTo(7))
        .body("problems.line", equalTo(List.of(2, 3, 4, 5, 6, 7, 9)))
        .body(
            "problems.code",
            equalTo(
                List.of(
                    "INVALID_RATING",
                    "INVALID_TIME",
                    "UNKNOWN_WARD",
                    "FORMULA_CELL",
                    "WRONG_COLUMN_COUNT",
                    "EMPTY_SUBMISSION",
                    "ID_REUSED")))
        .body("problems[0].pointer", equalTo("/rating"))
        .body("problems[3].pointer", equalTo("/good"));
    assertThat(stored()).isEqualTo(before);
    assertThat(imports().getList("items.name", String.class)).doesNotContain(name);

    // In earnest it comes to the same.
    post(wrong)
        .then()
        .body("accepted", equalTo(1))
        .body("duplicate", equalTo(1))
        .body("problems", equalTo(report.path("problems")));
    assertThat(stored()).isEqualTo(before + 1);
  }

  @Test
  void aFileWithSemicolonsIsReadWhenItSaysSo() {
    String file = "ref;when;ward;score;good;improve\n17;2026-10-05;W01;1;Calm, even at night;\n";
    refused(post(file), 422, "UNKNOWN_COLUMN")
        .then()
        .body("detail", containsString("separator=semicolon"));
    for (String said : List.of("semicolon", ";")) {
      Response answer =
          request("text/csv").queryParam("separator", said).body(file).post("/v1/feedback/batch");
      answer.then().statusCode(200).body("rejected", equalTo(0)).body("records", equalTo(1));
    }
    refused(
        request("text/csv").queryParam("separator", "|").body(file).post("/v1/feedback/batch"),
        400,
        "INVALID_PARAMETER");
    refused(
        request("application/jsonl")
            .queryParam("separator", "tab")
            .body("{}")
            .post("/v1/feedback/batch"),
        400,
        "INVALID_PARAMETER");
  }

  @Test
  void readsDaysAsTheyAreWrittenWhenTheImporterSaysHow() {
    String file =
        "ref,when,ward,score,good,improve\n1,05/10/2026,W01,1,a,\n2,2026-10-05,W01,1,b,\n";
    post(file)
        .then()
        .body("accepted", equalTo(1))
        .body("problems.collect { it.line + ' ' + it.code }", equalTo(List.of("2 INVALID_TIME")));
    dated(file, "dd/MM/yyyy")
        .then()
        .statusCode(200)
        .body("accepted", equalTo(1))
        .body("problems.collect { it.line + ' ' + it.code }", equalTo(List.of("3 INVALID_TIME")));
    // Read in another way it is another file, begun anew: what is stored is not changed by it.
    dated(file, "MM/dd/yyyy")
        .then()
        .body("accepted", equalTo(0))
        .body("problems.collect { it.line + ' ' + it.code }", hasItem("2 ID_REUSED"));
    refused(dated(file, "DD/MM/YYYY"), 400, "INVALID_PARAMETER");
  }

  private Response dated(String file, String dateFormat) {
    return request("text/csv")
        .header("Content-Digest", "sha-256=:" + digest(file) + ":")
        .queryParam("dateFormat", dateFormat)
        .body(file)
        .post("/v1/feedback/batch");
  }

  @Test
  void goesOnOnlyWithTheFormatItBeganWith() throws Exception {
    String file = rows(450);
    long before = stored();
    try (Socket cutOff = begin(file, file.length() * 3 / 4)) {
      assertThat(cutOff.isConnected()).isTrue();
      await().atMost(BOUND).until(() -> imports().getLong("items[0].records") >= 300);
    }
    // From the first record on: those that were done would not have been counted again.
    dated(file, "yyyy-MM-dd")
        .then()
        .body("accepted", lessThan(450))
        .body("duplicate", greaterThanOrEqualTo(300));
    assertThat(stored()).isEqualTo(before + 450);
  }

  @Test
  void saysWhichRecordsCountWhenTheyCame() throws Exception {
    String file =
        """
        ref,when,ward,score,good,improve
        1,2014-03-06,W01,1,Long ago,
        2,2026-10-05,W01,1,In time,
        3,9000-03-06,W01,1,To come,
        """;
    for (boolean dryRun : List.of(true, false)) {
      request("text/csv")
          .queryParam("dryRun", dryRun)
          .body(file)
          .post("/v1/feedback/batch")
          .then()
          .statusCode(200)
          .body("accepted", equalTo(3))
          .body("flagged", equalTo(2))
          .body(
              "flags.collect { it.line + ' ' + it.reason }",
              equalTo(List.of("2 TOO_OLD", "4 AHEAD")));
    }
    Feedback.as(importer).get("/v1/imports?limit=1").then().body("items[0].flagged", equalTo(2));
  }

  @Test
  void aDayIsNeitherAheadNorTooOldForItsNoon() {
    LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
    String file =
        "ref,when,ward,score,good,improve\n1,%s,W01,1,Today,\n2,%s,W01,1,Long ago,\n"
            .formatted(today, today.minusDays(3653));
    for (boolean dryRun : List.of(true, false)) {
      request("text/csv")
          .queryParam("dryRun", dryRun)
          .body(file)
          .post("/v1/feedback/batch")
          .then()
          .statusCode(200)
          .body("accepted", equalTo(2))
          .body("flags", equalTo(List.of()));
    }
  }

  @Test
  void namesTheColumnsThatItDoesNotKeep() throws Exception {
    String file =
        "ref,when,ward,score,good,improve,channel,who,sex\n1,2026-10-05,W01,1,a,,sms,Carer,woman\n";
    request("text/csv")
        .queryParam("dryRun", true)
        .queryParam("map", "respondent=who", "sex=sex")
        .body(file)
        .post("/v1/feedback/batch")
        .then()
        .statusCode(200)
        .body("ignoredColumns", equalTo(List.of("channel")))
        .body(
            "problems.collect { it.code + ' ' + it.pointer }",
            equalTo(List.of("INVALID_VALUE /demographics/sex")));
    post(file)
        .then()
        .body("accepted", equalTo(1))
        .body("ignoredColumns", equalTo(List.of("channel", "who", "sex")));
    Feedback.as(importer)
        .get("/v1/imports?limit=1")
        .then()
        .body("items[0].ignoredColumns", nullValue());
  }

  @Test
  void aDryRunWarnsWhenIgnoredColumnsTellRecordsApart() {
    String file = "when,ward,score,good,bed\n2026-10-05,W01,1,Calm,7\n";
    for (boolean dryRun : List.of(true, false)) {
      bare("text/csv")
          .queryParam("name", name)
          .queryParam("map", "authoredAt=when", "ward=ward", "rating=score", "good=good")
          .queryParam("dryRun", dryRun)
          .body(file)
          .post("/v1/feedback/batch")
          .then()
          .body("ignoredColumns", equalTo(List.of("bed")))
          .body("warning", dryRun ? containsString("No column is mapped to id") : nullValue());
    }
    for (List<String> safe :
        List.of(
            List.of("authoredAt=when", "ward=ward", "rating=score", "good=good", "mode=bed"),
            List.of("authoredAt=when", "ward=ward", "rating=score", "good=good", "id=bed"),
            List.of("authoredAt=when", "ward=ward", "rating=score", "id=bed"))) {
      bare("text/csv")
          .queryParam("name", name)
          .queryParam("map", safe)
          .queryParam("dryRun", true)
          .body(file)
          .post("/v1/feedback/batch")
          .then()
          .body("warning", nullValue());
    }
  }

  @Test
  void keepsWhoAnsweredAndWhatMayBePublished() throws Exception {
    request("text/csv")
        .queryParam("map", "respondent=who", "consentToPublish=ok", "ageBand=age")
        .body(
            "ref,when,ward,score,good,improve,who,ok,age\n%s,2026-10-05,W01,1,a,,Carer,yes,85+\n"
                .formatted(UUID_OF_A_RECORD))
        .post("/v1/feedback/batch")
        .then()
        .statusCode(200)
        .body("accepted", equalTo(1));
    try (Connection connection = database.getConnection();
        PreparedStatement find =
            connection.prepareStatement(
                "SELECT respondent, consent_to_publish, demographics->>'ageBand' FROM submission"
                    + " WHERE id = '"
                    + UUID_OF_A_RECORD
                    + "'");
        ResultSet row = find.executeQuery()) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString(1)).isEqualTo("carer");
      assertThat(row.getBoolean(2)).isTrue();
      assertThat(row.getString(3)).isEqualTo("85+");
    }
  }

  @Test
  void tellsEverythingWrongWithARecordAtOnce() {
    request("text/csv")
        .queryParam("dryRun", true)
        .body("ref,when,ward,score,good,improve\n1,yesterday,W99,9,=SUM(A1),\n2,soon,W01,,,\n")
        .post("/v1/feedback/batch")
        .then()
        .statusCode(200)
        .body("rejected", equalTo(2))
        .body(
            "problems.collect { it.line + ' ' + it.code + ' ' + it.pointer }",
            containsInAnyOrder(
                "2 FORMULA_CELL /good",
                "2 INVALID_RATING /rating",
                "2 INVALID_TIME /authoredAt",
                "2 UNKNOWN_WARD /wardId",
                "3 INVALID_TIME /authoredAt",
                "3 EMPTY_SUBMISSION null"));
  }

  @Test
  void aFormulaDoesNotHideThatTheWardIsUnknown() {
    request("text/csv")
        .queryParam("dryRun", true)
        .body("ref,when,ward,score,good,improve\n1,2026-10-05,W99,1,=SUM(A1),\n")
        .post("/v1/feedback/batch")
        .then()
        .body("problems.code", equalTo(List.of("FORMULA_CELL", "UNKNOWN_WARD")));
  }

  @Test
  void goesOnWhereItWasAfterTheConnectionBroke() throws Exception {
    String file = rows(450);
    long before = stored();
    try (Socket cutOff = begin(file, file.length() * 3 / 4)) {
      assertThat(cutOff.isConnected()).isTrue();
      await().atMost(BOUND).until(() -> imports().getLong("items[0].records") >= 300);
    }
    assertThat(imports().getString("items[0].finishedAt")).isNull();
    post(file)
        .then()
        .statusCode(200)
        .body("records", equalTo(450))
        .body("accepted", equalTo(450))
        .body("duplicate", equalTo(0));
    assertThat(stored()).isEqualTo(before + 450);
  }

  @Test
  void whoBeginsAgainTakesOver() throws Exception {
    String file = rows(450);
    try (Socket first = begin(file, file.length() * 3 / 4)) {
      await().atMost(BOUND).until(() -> imports().getLong("items[0].records") >= 300);
      post(file).then().statusCode(200).body("accepted", equalTo(450));
      first
          .getOutputStream()
          .write(file.substring(file.length() * 3 / 4).getBytes(StandardCharsets.UTF_8));
      assertThat(answer(first)).contains("409", "IMPORT_TAKEN_OVER");
    }
    assertThat(imports().getLong("items[0].records")).isEqualTo(450);
  }

  @Test
  void aKeyHasOnlySomeOfThePlaces() throws Exception {
    try (Socket first = begin(rows(450), 10_000);
        Socket second = begin(rows(450).replace("Row", "Line"), 10_000)) {
      runs(name, name + " 2");
      post(FILE)
          .then()
          .statusCode(429)
          .header("Retry-After", "5")
          .body("code", equalTo("RATE_LIMITED"));
      importer = Feedback.importerKey();
      post(FILE).then().statusCode(200);
      assertThat(first.isConnected() && second.isConnected()).isTrue();
    }
  }

  @Test
  void aFifthImportAtATimeIsToldToComeLater() throws Exception {
    List<Socket> running = new ArrayList<>();
    try {
      for (int key = 0; key < 2; key++) {
        importer = Feedback.importerKey();
        for (String row : List.of("Row", "Line")) {
          running.add(begin(rows(450 + key).replace("Row", row), 10_000));
        }
      }
      runs(name, name, name + " 2", name + " 2");
      importer = Feedback.importerKey();
      post(FILE).then().statusCode(503).body("code", equalTo("UNAVAILABLE"));
    } finally {
      for (Socket one : running) {
        one.close();
      }
    }
    await().atMost(BOUND).untilAsserted(() -> post(FILE).then().statusCode(200));
  }

  /** Waits until imports of these names have begun. */
  private void runs(String... names) {
    await()
        .atMost(BOUND)
        .until(
            () ->
                imports().getList("items.name", String.class).stream()
                    .filter(each -> each.startsWith(name))
                    .sorted()
                    .toList()
                    .equals(List.of(names)));
  }

  @Test
  void takesNoMoreRecordsThanAsked() throws Exception {
    request("text/csv")
        .queryParam("limit", 2)
        .header("Content-Digest", "sha-256=:" + digest(FILE) + ":")
        .body(FILE)
        .post("/v1/feedback/batch")
        .then()
        .statusCode(200)
        .body("records", equalTo(2));
    post(FILE).then().body("accepted", equalTo(2)).body("duplicate", equalTo(2));
  }

  @Test
  void aRecordWithoutATimeHasTheTimeAtWhichTheFileBegan() throws Exception {
    String file = "ref,when,ward,score,good,improve\n,,W01,1,No time,\n";
    Response first = post(file);
    first.then().body("accepted", equalTo(1));
    Response second = post(file);
    second.then().body("duplicate", equalTo(1)).body("beganAt", equalTo(first.path("beganAt")));
  }

  @Test
  void recordsWithoutATimeStayThemselvesInAFileThatWasExtendedADayLater() throws Exception {
    String file = "ref,when,ward,score,good,improve\n17,,W01,1,Calm,\n,,W01,1,No id,\n";
    beganYesterday(file);
    post(file).then().body("accepted", equalTo(2));
    String extended = file + ",,W01,1,No id,\n18,,W01,2,New,\n";
    for (boolean dryRun : List.of(true, false)) {
      request("text/csv")
          .queryParam("continues", true)
          .queryParam("dryRun", dryRun)
          .header("Content-Digest", "sha-256=:" + digest(extended) + ":")
          .body(extended)
          .post("/v1/feedback/batch")
          .then()
          .statusCode(200)
          .body("problems", equalTo(List.of()))
          .body("duplicate", equalTo(2))
          .body("accepted", equalTo(2));
    }
    // What is new is of the day on which it came.
    assertThat(days()).containsExactly("1 day", "1 day", "today", "today");
    post(extended).then().body("duplicate", equalTo(4));
    request("text/csv")
        .queryParam("continues", true)
        .body(extended.replace("Calm", "Loud"))
        .post("/v1/feedback/batch")
        .then()
        .body("duplicate", equalTo(3))
        .body("problems.code", equalTo(List.of("ID_REUSED")));
  }

  @Test
  void recordsWithoutATimeInAFileWithoutADigestAreOfTheDayOnWhichItCame() throws Exception {
    began("", 4000);
    for (boolean dryRun : List.of(true, false)) {
      request("text/csv")
          .queryParam("dryRun", dryRun)
          .body("ref,when,ward,score,good,improve\n,,W01,1,No time,\n")
          .post("/v1/feedback/batch")
          .then()
          .statusCode(200)
          .body("accepted", equalTo(1))
          .body("flagged", equalTo(0));
    }
    assertThat(days()).containsExactly("today");
    request("text/csv")
        .body("ref,when,ward,score,good,improve\n,,W01,1,No time,\n")
        .post("/v1/feedback/batch")
        .then()
        .body("duplicate", equalTo(1));
  }

  /** As if the clock had been a day behind when it began. */
  private void beganYesterday(String file) throws SQLException {
    began(digest(file), 1);
  }

  private void began(String digest, int daysAgo) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement run =
            connection.prepareStatement(
                "INSERT INTO import_run (organisation_id, name, digest, options, turn, began_at,"
                    + " last_at) SELECT 'O01', ?, ?, '', gen_random_uuid(), at, at"
                    + " FROM (SELECT now() - ? * interval '1 day' AS at) AS earlier")) {
      run.setString(1, name);
      run.setString(2, digest);
      run.setInt(3, daysAgo);
      run.executeUpdate();
    }
  }

  /** How old the records of this test's key say they are. */
  private List<String> days() throws SQLException {
    List<String> days = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement find =
            connection.prepareStatement(
                "SELECT CASE WHEN authored_at < now() - interval '23 hours' THEN '1 day' ELSE"
                    + " 'today' END FROM submission WHERE device_id = ? ORDER BY authored_at")) {
      find.setObject(
          1, UUID.fromString(Feedback.as(importer).get("/v1/devices/me").path("id").toString()));
      try (ResultSet row = find.executeQuery()) {
        while (row.next()) {
          days.add(row.getString(1));
        }
      }
    }
    return days;
  }

  @Test
  void twoOrganisationsMayGiveTheirFilesTheSameName() {
    String own = "ref,when,ward,score,good,improve\n17,2026-10-05,,1,Calm,\n,2026-10-05,,1,Calm,\n";
    post(own, "W01").then().statusCode(200).body("accepted", equalTo(2));
    String first = importer;
    importer =
        Feedback.register(
                java.util.Map.of("name", "x", "kind", "importer", "organisationId", "O02"))
            .path("key");
    post(own, "W09").then().body("accepted", equalTo(2)).body("rejected", equalTo(0));
    importer = first;
    post(own, "W01").then().body("duplicate", equalTo(2));
  }

  @Test
  void theSameFileOfTwoWardsIsTwo() {
    String file =
        "ref,when,ward,score,good,improve\n17,2026-10-05,,1,Calm,\n,2026-10-05,,1,Calm,\n";
    post(file, "W01").then().body("accepted", equalTo(2));
    post(file, "W02").then().body("accepted", equalTo(2));
    post(file, "W01").then().body("duplicate", equalTo(2));
  }

  @Test
  void anotherFileOfTheSameNameLosesNoneOfItsRows() {
    String head = "when,ward,score,good,improve\n";
    String calm = "2026-10-05,W01,1,Calm,\n";
    postWithoutIds(head + calm, null).then().body("accepted", equalTo(1));
    String another = head + calm + "2026-10-06,W01,2,Kind,\n";
    refused(postWithoutIds(another, null), 409, "IMPORT_NAME_USED");
    refused(postWithoutIds(another, "false"), 409, "IMPORT_NAME_USED");
    refused(postWithoutIds(another, "maybe"), 400, "INVALID_PARAMETER");
    // The first again is the first; one that says so holds its rows and more.
    postWithoutIds(head + calm, null).then().body("duplicate", equalTo(1));
    postWithoutIds(another, "true")
        .then()
        .statusCode(200)
        .body("duplicate", equalTo(1))
        .body("accepted", equalTo(1));
    postWithoutIds(another, null).then().statusCode(200).body("duplicate", equalTo(2));
    assertThat(imports().getList("items.findAll { it.name == '" + name + "' }")).hasSize(2);
  }

  @Test
  void rowsOfAnotherFileThatHaveIdsAreTakenAndOthersTold() {
    String head = "ref,when,ward,score,good,improve\n";
    post(head + "1,2026-10-05,W01,1,Calm,\n").then().body("accepted", equalTo(1));
    String another = head + "2,2026-10-05,W01,1,Calm,\n,2026-10-05,W01,1,Calm,\n";
    post(another)
        .then()
        .statusCode(200)
        .body("accepted", equalTo(1))
        .body("problems.line", equalTo(List.of(3)))
        .body("problems.code", equalTo(List.of("IMPORT_NAME_USED")));
  }

  @Test
  void wordsOfJsonAreTextsAndNoStructures() {
    String lines =
        """
        {"ref": null, "when": "2026-10-05", "ward": "W01", "score": 1, "good": {"en": "Calm"}}
        {"when": "2026-10-05", "ward": "W01", "score": 1, "good": ["Calm"], "improve": true}
        {"when": "2026-10-05", "ward": "W01", "score": 1, "good": 7, "improve": null}
        {"when": "2026-10-05", "ward": "W01", "score": 1, "good": "Kind", "bed": {"no": 7}}
        """;
    request("application/jsonl")
        .body(lines)
        .post("/v1/feedback/batch")
        .then()
        .statusCode(200)
        .body("accepted", equalTo(2))
        .body("problems.line", equalTo(List.of(1, 2, 2)))
        .body("problems.code", equalTo(List.of("WRONG_TYPE", "WRONG_TYPE", "WRONG_TYPE")))
        .body("problems.pointer", equalTo(List.of("/good", "/good", "/improve")));
    bare("application/jsonl")
        .queryParam("name", name + " consent")
        .queryParam("map", "good=good", "consentToPublish=publish", "ward=ward")
        .body("{\"good\": \"Kind\", \"publish\": true, \"ward\": \"W01\"}")
        .post("/v1/feedback/batch")
        .then()
        .body("accepted", equalTo(1));
  }

  @Test
  void saysWhichColumnsAreMissingAndWhichThereAre() {
    refused(post("ref,ward,Good ,when\n1,W01,Calm,2026-10-05\n"), 422, "UNKNOWN_COLUMN")
        .then()
        .body("detail", containsString("lacks \"good\", \"improve\", \"score\""))
        .body("detail", containsString("has \"ref\", \"ward\", \"Good \", \"when\""));
    String long1 = "x".repeat(3000);
    Response much = post("ref,ward," + long1 + "\n");
    assertThat(much.<String>path("detail")).hasSizeLessThan(1000).contains("it has 3 columns");
    refused(
            request("application/jsonl")
                .body("{\"ward\": \"W01\", \"words\": \"Calm\"}")
                .post("/v1/feedback/batch"),
            422,
            "UNKNOWN_COLUMN")
        .then()
        .body("detail", containsString("\"improve\""))
        .body("detail", containsString("\"words\""));
  }

  private Response post(String file, String ward) {
    return request("text/csv")
        .queryParam("ward", ward)
        .header("Content-Digest", "sha-256=:" + digest(file) + ":")
        .body(file)
        .post("/v1/feedback/batch");
  }

  private Response postWithoutIds(String file, String continues) {
    RequestSpecification request =
        bare("text/csv")
            .queryParam("name", name)
            .queryParam("map", "authoredAt=when", "ward=ward", "rating=score", "good=good")
            .header("Content-Digest", "sha-256=:" + digest(file) + ":");
    return (continues == null ? request : request.queryParam("continues", continues))
        .body(file)
        .post("/v1/feedback/batch");
  }

  /** What the service would keep of it, it could not. */
  @Test
  void noColumnHasANulInItsName() {
    for (String file : new String[] {"", "no JSON\n"}) {
      refused(
          bare("application/jsonl")
              .queryParam("name", name)
              .queryParam("map", "good=\0")
              .body(file)
              .post("/v1/feedback/batch"),
          400,
          "INVALID_PARAMETER");
    }
    bare("text/csv")
        .queryParam("name", name)
        .queryParam("map", "good=What was\ngood?", "ward=ward")
        .body("\"What was\ngood?\",ward\nCalm,W01\n")
        .post("/v1/feedback/batch")
        .then()
        .statusCode(200)
        .body("accepted", equalTo(1));
  }

  @Test
  void saysWhatIsWrongWithTheWhole() throws Exception {
    refused(post("ref,ward\n1,W01\n"), 422, "UNKNOWN_COLUMN");
    refused(post(""), 422, "INVALID_HEADER");
    refused(post(FILE + "18,\"never closed"), 422, "INVALID_CSV");
    refused(
        bare("text/csv").queryParam("name", name).body(FILE).post("/v1/feedback/batch"),
        400,
        "INVALID_PARAMETER");
    refused(
        bare("text/csv").queryParam("map", "text=good").body(FILE).post("/v1/feedback/batch"),
        400,
        "INVALID_PARAMETER");
    refused(
        request("text/csv").queryParam("dryRun", "yes").body(FILE).post("/v1/feedback/batch"),
        400,
        "INVALID_PARAMETER");
    refused(
        request("text/csv").queryParam("limit", "0").body(FILE).post("/v1/feedback/batch"),
        400,
        "BAD_LIMIT");
    refused(
        request("application/json").body("{}").post("/v1/feedback/batch"),
        415,
        "UNSUPPORTED_MEDIA_TYPE");
    refused(
        request("text/csv; charset=windows-1252").body(FILE).post("/v1/feedback/batch"),
        415,
        "UNSUPPORTED_MEDIA_TYPE");
    for (String digest : List.of("md5=:x:", "sha-256=:" + digest("another file") + ":")) {
      refused(
          request("text/csv")
              .header("Content-Digest", digest)
              .body(FILE)
              .post("/v1/feedback/batch"),
          400,
          "BAD_DIGEST");
    }
  }

  /** Several operations share the address, and the framework asks only when it answers. */
  @ParameterizedTest
  @ValueSource(strings = {"image/png", "text/*", "application/json;q=0"})
  void ofWhoAcceptsNoAnswerNothingIsStored(String accepted) throws Exception {
    long before = stored();
    for (String type : List.of("text/csv", "application/jsonl")) {
      refused(
          request(type).accept(accepted).body(FILE).post("/v1/feedback/batch"),
          406,
          "NOT_ACCEPTABLE");
    }
    String line = Feedback.document(UUID.randomUUID(), "Calm.").replace("\n", "");
    refused(
        bare("application/x-ndjson").accept(accepted).body(line).post("/v1/feedback/batch"),
        406,
        "NOT_ACCEPTABLE");
    assertThat(stored()).isEqualTo(before);
  }

  @Test
  void isForImportersOfTheOrganisation() {
    String kiosk = Feedback.kioskKey("W01");
    refused(Feedback.as(kiosk).get("/v1/imports"), 403, "FORBIDDEN");
    post(FILE).then().statusCode(200);
    String other =
        Feedback.register(
                java.util.Map.of("name", "x", "kind", "importer", "organisationId", "O02"))
            .path("key");
    Feedback.as(other).get("/v1/imports").then().statusCode(200).body("total", equalTo(0));
  }

  @Test
  void pagesThroughImportsTheLastFirst() {
    post(FILE).then().statusCode(200);
    Response page = Feedback.as(importer).get("/v1/imports?limit=1");
    page.then().body("items[0].name", equalTo(name)).body("items[0].problems", equalTo(List.of()));
    int total = page.path("total");
    String next = page.path("next");
    Feedback.as(importer)
        .get("/v1/imports?limit=200" + (next == null ? "" : "&cursor=" + next))
        .then()
        .body("items.size()", equalTo(next == null ? total : total - 1))
        .body("next", nullValue());
    refused(Feedback.as(importer).get("/v1/imports?limit=201"), 400, "LIMIT_TOO_LARGE");
    refused(Feedback.as(importer).get("/v1/imports?cursor=x"), 400, "BAD_CURSOR");
  }

  private static Response refused(Response answer, int status, String code) {
    answer.then().statusCode(status).body("code", equalTo(code));
    return answer;
  }

  private Response post(String file) {
    return request("text/csv")
        .header("Content-Digest", "sha-256=:" + digest(file) + ":")
        .body(file)
        .post("/v1/feedback/batch");
  }

  private RequestSpecification request(String type) {
    return bare(type)
        .queryParam("name", name)
        .queryParam(
            "map",
            "id=ref",
            "authoredAt=when",
            "ward=ward",
            "rating=score",
            "good=good",
            "improve=improve");
  }

  private RequestSpecification bare(String type) {
    return Feedback.as(importer)
        .config(
            RestAssured.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .defaultContentCharset("UTF-8")
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                        .encodeContentTypeAs("application/jsonl", ContentType.TEXT)
                        .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)
                        .encodeContentTypeAs("text/csv", ContentType.TEXT)
                        .encodeContentTypeAs("text/csv; charset=windows-1252", ContentType.TEXT)))
        .contentType(type);
  }

  /** Sends the beginning of a file and leaves it at that. */
  private Socket begin(String file, int bytes) throws IOException {
    String query =
        "name="
            + URLEncoder.encode(name + (file.contains("Line") ? " 2" : ""), StandardCharsets.UTF_8)
            + "&map=id%3Dref&map=authoredAt%3Dwhen&map=ward%3Dward&map=rating%3Dscore&map=good%3Dgood"
            + "&map=improve%3Dimprove";
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
    String head =
        """
        POST /v1/feedback/batch?%s HTTP/1.1
        Host: localhost
        Authorization: Bearer %s
        Content-Type: text/csv
        Content-Digest: sha-256=:%s:
        Content-Length: %d

        """
            .formatted(query, importer, digest(file), file.length())
            .replace("\n", "\r\n");
    OutputStream out = socket.getOutputStream();
    out.write(head.getBytes(StandardCharsets.US_ASCII));
    out.write(file.substring(0, bytes).getBytes(StandardCharsets.US_ASCII));
    out.flush();
    return socket;
  }

  private static String answer(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder answer = new StringBuilder();
    while (!answer.toString().endsWith("}")) {
      int next = in.read();
      if (next < 0) {
        break;
      }
      answer.append((char) next);
    }
    return answer.toString();
  }

  private io.restassured.path.json.JsonPath imports() {
    return Feedback.as(importer).get("/v1/imports").jsonPath();
  }

  private static String rows(int count) {
    StringBuilder csv = new StringBuilder("ref,when,ward,score,good,improve\n");
    for (int i = 0; i < count; i++) {
      csv.append(i).append(",2026-10-05,W01,1,Row ").append("calm ".repeat(20)).append(",\n");
    }
    return csv.toString();
  }

  private static String digest(String file) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(file.getBytes(StandardCharsets.UTF_8)));
    } catch (java.security.NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private long stored() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement count = connection.prepareStatement("SELECT count(*) FROM submission");
        ResultSet row = count.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }
}

package org.heard.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.heard.suite.checker.Databases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One suite, used as kiosks, loaders, ward leaders and analysts use it; each test has its wards.
 */
class SuiteIT {
  @TempDir static Path folder;
  private static RunningSuite suite;

  @BeforeAll
  static void up() {
    suite = RunningSuite.start(folder.resolve("data"));
  }

  @AfterAll
  static void down() {
    if (suite != null) {
      suite.close();
    }
  }

  /** A rule about something that nobody measures is silent for ever. */
  @Test
  void whatTheAlertRulesWatchIsMeasured() throws IOException {
    String measured = suite.metrics(6) + suite.metrics(7) + suite.metrics(8);
    String rules = Files.readString(Path.of("..", "monitoring", "alert-rules.yml"));
    List<String> watched =
        Pattern.compile("heard_[a-z_]+")
            .matcher(rules)
            .results()
            .map(MatchResult::group)
            .distinct()
            .toList();

    assertThat(watched).hasSizeGreaterThan(9);
    assertThat(watched).allSatisfy(name -> assertThat(measured).contains("\n" + name));
  }

  @Test
  void oneCommentTravelsFromAKioskToTheWardLeader() {
    String key = device("day room", "W05");
    UUID id = UUID.randomUUID();
    HttpResponse<String> answer =
        suite.feedback(
            "/v1/feedback",
            key,
            document(id, "W05", "The nurses were so kind. Ring 07700 900123."));
    assertThat(answer.statusCode()).as(answer::body).isEqualTo(201);
    assertThat(RunningSuite.parse(answer.body()).get("receiptCode").asText()).hasSize(21);

    String leader = suite.token("ward-leader", "--units", "W05");
    await()
        .atMost(RunningSuite.SECONDS_LATER)
        .until(() -> suite.gateway("/wards/W05/comments", leader).get("total").asInt() == 1);
    JsonNode comment = suite.gateway("/wards/W05/comments", leader).at("/items/0");
    assertThat(comment.get("id").asText()).isEqualTo(id + "-1");
    assertThat(comment.get("text").asText()).contains("[PHONE]").doesNotContain("900123");
    JsonNode kindness =
        Stream.iterate(0, i -> i + 1)
            .limit(comment.get("tags").size())
            .map(i -> comment.get("tags").get(i))
            .filter(tag -> tag.get("theme").asText().equals("kindness-and-courtesy"))
            .findFirst()
            .orElseThrow();
    assertThat(kindness.get("polarity").asText()).isEqualTo("present");
    JsonNode evidence = kindness.get("evidence");
    assertThat(evidence.get("text").asText())
        .isEqualTo(
            comment
                .get("text")
                .asText()
                .substring(evidence.get("start").asInt(), evidence.get("end").asInt()));
  }

  /** Jo was lovely, Smith was not: the leader may thank one and must not be told of the other. */
  @Test
  void aNameComesBackInPraiseOnlyAndToTheLeaderOnly() throws Exception {
    UUID id = UUID.randomUUID();
    HttpResponse<String> sent =
        suite.feedback(
            "/v1/feedback",
            device("names", "W07"),
            document(id, "W07", "Nurse Jozefina was lovely but Dr Smithers was vile."));
    assertThat(sent.statusCode()).as(sent::body).isEqualTo(201);

    String path = "/wards/W07/comments";
    String tokens = "Nurse [STAFF-1] was lovely but Dr [STAFF-2] was vile.";
    String analyst = suite.token("quality-analyst");
    await()
        .atMost(RunningSuite.SECONDS_LATER)
        .until(() -> suite.gateway(path, analyst).get("total").asInt() == 1);
    assertThat(suite.gateway(path, analyst).at("/items/0/text").asText()).isEqualTo(tokens);

    String leader = suite.token("ward-leader", "--units", "W07");
    JsonNode comment = suite.gateway(path, leader).at("/items/0");
    String text = comment.get("text").asText();
    assertThat(text).isEqualTo(tokens.replace("[STAFF-1]", "Jozefina"));
    for (JsonNode tag : comment.get("tags")) {
      JsonNode evidence = tag.get("evidence");
      assertThat(evidence.get("text").asText())
          .isEqualTo(text.substring(evidence.get("start").asInt(), evidence.get("end").asInt()));
    }
    // By neither name can it be found, whoever searches.
    for (String name : Set.of("Jozefina", "Smithers")) {
      assertThat(suite.gateway(path + "?q=" + name, leader).get("total").asInt()).isZero();
    }
    assertThat(suite.gateway(path + "?q=lovely", leader).get("total").asInt()).isEqualTo(1);
    assertThat(readings(id)).hasSize(2).allMatch(row -> row.contains("{[STAFF-1]}"));
    assertThat(String.join(" ", readings(id)) + logs()).doesNotContain("Jozefina", "Smithers");
  }

  private static List<String> readings(UUID id) throws SQLException {
    return new Databases(suite)
        .query(
            "feedback",
            "select r::text from name_reading r where submission_id = ?",
            row -> row.getString(1),
            id);
  }

  /** All that the suite has said, and what its services wrote into their logs. */
  private static String logs() throws IOException {
    StringBuilder said = new StringBuilder(suite.said());
    try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".log")).toList()) {
        said.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return said.toString();
  }

  @Test
  void aFileAddsUpToExactlyItsRowsAndTwiceToTheSame() {
    Path file = Comments.csv(folder, 1000);
    for (int time = 1; time <= 2; time++) {
      Command.Result loaded = load(file, "W01", "ten wards ago");
      assertThat(loaded.exit()).as(loaded.out() + loaded.errors()).isZero();
      await().atMost(RunningSuite.SECONDS_LATER).until(() -> suite.submissions("W01") == 1000);
    }
    assertCommentsAgreeWithInsights("W01");
  }

  @Test
  void nothingIsLostOrDoubledWhenAnalyticsIsKilledInMidLoad() {
    int rows = 6000;
    Path file = Comments.csv(folder, rows);
    CompletableFuture<Command.Result> load =
        CompletableFuture.supplyAsync(() -> load(file, "W02", "while it is killed"));
    int counted = 300;
    for (int kill = 1; kill <= 3; kill++) {
      int enough = counted;
      await()
          .atMost(RunningSuite.READY_BOUND)
          .until(() -> submissionsOrZero("W02") >= Math.min(enough, rows));
      counted = submissionsOrZero("W02") + 300;
      suite.service("analytics-service").destroyForcibly();
    }
    Command.Result loaded = load.join();
    assertThat(loaded.exit()).as(loaded.out() + loaded.errors()).isZero();
    await().atMost(RunningSuite.READY_BOUND).until(() -> submissionsOrZero("W02") >= rows);
    assertThat(suite.submissions("W02")).isEqualTo(rows);
    assertCommentsAgreeWithInsights("W02");
    assertThat(suite.said()).contains("DIED: analytics");
  }

  @Test
  void anImportGoesOnAfterTheServiceThatTakesItInIsKilled() {
    int rows = 10_000;
    Path file = Comments.csv(folder, rows);
    CompletableFuture<Command.Result> load =
        CompletableFuture.supplyAsync(() -> load(file, "W06", "while its door is killed"));
    await().atMost(RunningSuite.READY_BOUND).until(() -> submissionsOrZero("W06") >= 300);
    suite.service("feedback-service").destroyForcibly();
    Command.Result loaded = load.join();
    assertThat(loaded.exit()).as(loaded.out() + loaded.errors()).isZero();
    // Exact: what was stored before it was killed is not counted twice, and not called duplicate.
    assertThat(loaded.out().strip())
        .endsWith("%1$d records: accepted %1$d, duplicate 0, rejected 0".formatted(rows));
    await().atMost(RunningSuite.READY_BOUND).until(() -> submissionsOrZero("W06") >= rows);
    assertThat(suite.submissions("W06")).isEqualTo(rows);
    assertThat(suite.said()).contains("DIED: feedback");
  }

  /**
   * By its code at once, by its id after days, and neither comes back when the day is sent again.
   */
  @Test
  void whatIsTakenBackLeavesTheInsightsForGood() throws SQLException {
    String key = suite.device("taken back", "W08");
    UUID fresh = UUID.randomUUID();
    UUID old = UUID.randomUUID();
    String code = sendTo("W08", fresh, key);
    sendTo("W08", old, key);
    await().atMost(RunningSuite.SECONDS_LATER).until(() -> suite.submissions("W08") == 2);

    Command.Result hidden = Command.run("erase", suite.withPort("--receipt", code));
    assertThat(hidden.out()).as(hidden.errors()).startsWith("hidden-until 20");
    assertThat(hidden.errors()).contains("submission " + fresh);
    await().atMost(RunningSuite.SECONDS_LATER).until(() -> suite.submissions("W08") == 1);

    // Older than what is kept for its alert, so that analytics-service is asked whether it has one.
    execute(
        "update submission set received_at = received_at - interval '4 days' where id = ?", old);
    Command.Result erased = Command.run("erase", suite.withPort(old.toString()));
    assertThat(erased.out().strip()).as(erased.errors()).isEqualTo("erased");
    assertThat(erased.errors()).contains("submission " + old);
    await().atMost(RunningSuite.SECONDS_LATER).until(() -> suite.submissions("W08") == 0);
    assertThat(sealed(old)).isZero();
    assertThat(sealed(fresh)).isEqualTo(1);

    String day = LocalDate.now(ZoneId.of("Europe/London")).toString();
    String wardDay = "{\"wardId\": \"W08\", \"day\": \"%s\"}".formatted(day);
    HttpResponse<String> redriven =
        suite.feedback("/v1/events/redrive", suite.token("admin"), wardDay);
    assertThat(RunningSuite.parse(redriven.body()).get("events").asInt()).isEqualTo(2);
    // What is sent afterwards has arrived after it.
    sendTo("W08", UUID.randomUUID(), key);
    await().atMost(RunningSuite.SECONDS_LATER).until(() -> suite.submissions("W08") >= 1);
    assertThat(suite.submissions("W08")).isEqualTo(1);
  }

  private static String sendTo(String ward, UUID id, String key) {
    String document =
        """
        {"id": "%s", "wardId": "%s", "rating": 2, "channel": "kiosk", "authoredAt": "%s",
         "answers": [{"question": "good", "text": "The night nurse was kind."}]}
        """
            .formatted(id, ward, Instant.now());
    HttpResponse<String> sent = suite.feedback("/v1/feedback", key, document);
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
    return RunningSuite.parse(sent.body()).get("receiptCode").asText();
  }

  private static int sealed(UUID id) throws SQLException {
    return new Databases(suite)
        .query(
            "feedback",
            "select count(*) from sealed where submission_id = ?",
            row -> row.getInt(1),
            id)
        .get(0);
  }

  private static void execute(String sql, UUID id) throws SQLException {
    try (var connection = new Databases(suite).open("feedback");
        var statement = connection.prepareStatement(sql)) {
      statement.setObject(1, id);
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }

  @Test
  void nobodySeesAWardThatIsNotTheirs() {
    String leader = suite.token("ward-leader", "--units", "W03");
    String foreign = suite.tryGateway("/api/v1/wards/W04/insights", leader).body();
    HttpResponse<String> unknown = suite.tryGateway("/api/v1/wards/W99/insights", leader);
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(foreign).isEqualTo(unknown.body());
    assertThat(suite.tryGateway("/api/v1/wards/W03/insights", leader).statusCode()).isEqualTo(200);
    assertThat(suite.tryGateway("/api/v1/wards/W03/insights", null).statusCode()).isEqualTo(401);
    String admin = suite.token("admin");
    assertThat(suite.tryGateway("/api/v1/wards/W03/comments", admin).statusCode()).isEqualTo(403);
    assertThat(suite.gateway("/wards", leader).get("total").asInt()).isEqualTo(1);
    String analyst = suite.token("quality-analyst");
    assertThat(suite.gateway("/wards", analyst).get("total").asInt()).isEqualTo(12);
  }

  @Test
  void commandsSayWhatIsWrong() {
    assertThat(Command.run("token", suite.withPort("ward-leader")).exit()).isNotZero();
    assertThat(Command.run("token", suite.withPort("king")).exit()).isNotZero();
    Command.Result device = Command.run("device", suite.withPort("x", "--ward", "W99"));
    assertThat(device.exit()).isNotZero();
    assertThat(device.out()).isEmpty();
    assertThat(device.errors()).contains("W99");
    assertThat(Command.run("token", "admin", "--port-base", "2").exit()).isNotZero();
  }

  @Test
  void theDoorPageListsDemoLogins() {
    HttpResponse<String> page = suite.tryGateway("/", null);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("deploy/token ward-leader")
        .containsIgnoringCase("not for real patients");
  }

  private static void assertCommentsAgreeWithInsights(String ward) {
    String leader = suite.token("ward-leader", "--units", ward);
    JsonNode periods = suite.gateway("/wards/" + ward + "/insights", leader).get("periods");
    Set<String> seen = new HashSet<>();
    int listed = 0;
    String cursor = "";
    while (cursor != null) {
      JsonNode page = suite.gateway("/wards/" + ward + "/comments?limit=200" + cursor, leader);
      for (JsonNode comment : page.get("items")) {
        seen.add(comment.get("id").asText());
        listed++;
      }
      cursor = page.get("next").isNull() ? null : "&cursor=" + page.get("next").asText();
    }
    int comments = 0;
    for (JsonNode period : periods) {
      comments += period.get("comments").asInt();
      for (JsonNode row : period.get("themes")) {
        String filter =
            "?theme=%s&polarity=%s&period=%s"
                .formatted(
                    row.get("theme").asText(),
                    row.get("polarity").asText(),
                    period.get("period").asText());
        if (!row.get("polarity").isNull()) {
          assertThat(
                  suite
                      .gateway("/wards/" + ward + "/comments" + filter, leader)
                      .get("total")
                      .asInt())
              .as(filter)
              .isEqualTo(row.get("numerator").asInt());
        }
      }
    }
    assertThat(listed).isEqualTo(comments);
    assertThat(seen).hasSize(comments);
  }

  private static int submissionsOrZero(String ward) {
    try {
      return suite.submissions(ward);
    } catch (AssertionError notReady) {
      return 0;
    }
  }

  private static Command.Result load(Path file, String ward, String name) {
    return Command.run(
        "load",
        suite.withPort(
            file.toString(),
            "--map",
            "text=comment,rating=score,id=ref",
            "--ward",
            ward,
            "--name",
            name));
  }

  private static String device(String name, String ward) {
    Command.Result result = Command.run("device", suite.withPort(name, "--ward", ward));
    assertThat(result.exit()).as(result::errors).isZero();
    return result.out();
  }

  private static String document(UUID id, String ward, String text) {
    return """
        {"id": "%s", "wardId": "%s", "rating": 1, "channel": "kiosk", "authoredAt": "%s",
         "answers": [{"question": "good", "text": "%s"}]}
        """
        .formatted(id, ward, Instant.now(), text);
  }
}

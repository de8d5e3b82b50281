package org.heard.analytics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.heard.analytics.ingest.TestEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From events on a real broker to what the gateway reads. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class InsightsIT {
  private static final int SUBMISSIONS = 60;
  private static final String WEEK = "2026-W41";

  /** A cursor whose day is {@code +99999999-01-01}, beyond what a database knows. */
  private static final String NO_DAY =
      "Kzk5OTk5OTk5LTAxLTAxCjAKMDAwMDAwMDAtMDAwMC00MDAwLTgwMDAtMDAwMDAwMDAwMDAxCjE";

  private static final List<String> ANSWERS =
      List.of(
          "good: The night nurse was kind and explained everything.",
          "improve: Nobody listened to me and the food was cold.",
          "improve: We waited four hours for a bed.",
          "why: Lovely staff.",
          "improve: Nothing.");
  private static final UUID FIRST = id(0);

  private static boolean published;

  private static UUID id(int number) {
    return UUID.nameUUIDFromBytes(("insights " + number).getBytes(StandardCharsets.UTF_8));
  }

  @BeforeEach
  void publish() throws Exception {
    if (published) {
      return;
    }
    published = true;
    List<TestEvents.Fact> facts = new ArrayList<>();
    for (int i = 0; i < SUBMISSIONS; i++) {
      String day = "2026-10-%02dT12:00:00Z".formatted(5 + i % 3);
      String first = ANSWERS.get(i % ANSWERS.size());
      String second = ANSWERS.get((i + 1) % ANSWERS.size());
      Integer rating = i % 7 == 0 ? null : i % 6 + 1;
      facts.add(TestEvents.submittedAt(day, id(i), 1, "O01", "W01", rating, first, second));
    }
    facts.add(
        TestEvents.submittedAt(
            "2026-10-06T12:00:00Z",
            id(-1),
            1,
            "O01",
            "W01",
            5,
            "why: A nurse hit my mother and left her in her own urine."));
    facts.add(
        TestEvents.submittedAt(
            "2026-10-06T12:00:00Z",
            id(-2),
            1,
            "O01",
            "W02",
            5,
            "good: [STAFF-1] was lovely but [STAFF-2] was vile.",
            "why: A nurse hit my mother and left her in her own urine."));
    facts.add(
        TestEvents.submittedAt(
            "2026-10-06T12:00:00Z",
            id(-3),
            1,
            "O01",
            "W02",
            1,
            "good: [STAFF-1] was lovely but [STAFF-2] was vile."));
    facts.add(TestEvents.division("D01", "O01"));
    facts.add(TestEvents.ward("W01", 1, "S01", "O01", "Ash Ward"));
    facts.add(TestEvents.ward("W02", 1, "S02", "O01", "Birch Ward"));
    facts.add(TestEvents.ward("W90", 1, "S90", "O02", "Elsewhere"));
    facts.addAll(List.of(TestEvents.site("S01", "O01"), TestEvents.site("S02", "O01")));
    facts.addAll(List.of(TestEvents.site("S90", "O02"), TestEvents.organisation("O02")));
    facts.add(TestEvents.organisation("O01"));
    facts.addAll(List.copyOf(facts));
    String servers =
        ConfigProvider.getConfig().getValue("heard.kafka.bootstrap-servers", String.class);
    try (Published broker = new Published(servers)) {
      broker.publish(facts);
    }
    await().atMost(Duration.ofSeconds(60)).until(InsightsIT::submissions, equalTo(SUBMISSIONS + 1));
    await().atMost(Duration.ofSeconds(60)).until(() -> submissions("W02"), equalTo(2));
  }

  private static int submissions() {
    return submissions("W01");
  }

  private static int submissions(String ward) {
    var answer = asAnalyst().get("/v1/wards/" + ward + "/counts?from=" + WEEK + "&to=" + WEEK);
    return answer.statusCode() == 200 ? answer.jsonPath().getInt("periods[0].submissions") : -1;
  }

  private static RequestSpecification as(Tokens.Draft caller) {
    return given()
        .auth()
        .oauth2(Tokens.gateway().sign())
        .header("Heard-Caller", caller.sign())
        .urlEncodingEnabled(true);
  }

  private static RequestSpecification asAnalyst() {
    return as(Tokens.person("quality-analyst"));
  }

  @Test
  void countsAddUp() {
    JsonPath counts =
        asAnalyst()
            .get("/v1/wards/W01/counts?bucket=week&from=2026-W40&to=2026-W42")
            .then()
            .statusCode(200)
            .body(
                "ward",
                equalTo(
                    Map.of("id", "W01", "name", "Ash Ward", "site", "S01", "organisation", "O01")))
            .body("bucket", equalTo("week"))
            .body("periods.period", contains("2026-W40", WEEK, "2026-W42"))
            .body("periods[1].from", equalTo("2026-10-05"))
            .body("periods[1].to", equalTo("2026-10-11"))
            .body("periods[0].submissions", equalTo(0))
            .body("periods[0].comments", equalTo(0))
            .body("periods[0].themes", empty())
            .body("periods[1].submissions", equalTo(SUBMISSIONS + 1))
            .body("periods[1].comments", equalTo(2 * SUBMISSIONS + 1))
            .body("periods[1].withheld", equalTo(1))
            .body("periods[1].themes", not(empty()))
            .body("periods[1].themes.numerator", everyItem(greaterThan(0)))
            .body("taxonomyVersion", notNullValue())
            .body("modelVersion", notNullValue())
            .body("snapshotAt", notNullValue())
            .extract()
            .jsonPath();

    Map<String, Integer> ratings = counts.getMap("periods[1].ratings");
    int unrated =
        (int) java.util.stream.IntStream.range(0, SUBMISSIONS).filter(i -> i % 7 == 0).count();
    assertThat(ratings.keySet()).containsExactly("1", "2", "3", "4", "5", "6");
    assertThat(ratings.values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(SUBMISSIONS + 1 - unrated);
  }

  @ParameterizedTest
  @CsvSource({"day, 13", "week, 13", "month, 13", "quarter, 13"})
  void withoutPeriodsItIsTheLastThirteen(String bucket, int periods) {
    asAnalyst()
        .get("/v1/wards/W01/counts?bucket=" + bucket)
        .then()
        .statusCode(200)
        .body("periods", hasSize(periods));
  }

  @ParameterizedTest
  @CsvSource({"day, 2026-10-06", "week, 2026-W41", "month, 2026-10", "quarter, 2026-Q4"})
  void everyNumeratorIsTheTotalOfItsComments(String bucket, String period) {
    JsonPath counts =
        asAnalyst()
            .get("/v1/wards/W01/counts?bucket=%s&from=%s&to=%s".formatted(bucket, period, period))
            .jsonPath();
    List<Map<String, Object>> themes = counts.getList("periods[0].themes");
    assertThat(themes).isNotEmpty();

    for (Map<String, Object> theme : themes) {
      String filter =
          "theme="
              + theme.get("theme")
              + (theme.get("polarity") == null ? "" : "&polarity=" + theme.get("polarity"));
      asAnalyst()
          .get(
              "/v1/wards/W01/comments?limit=1&bucket=%s&period=%s&%s"
                  .formatted(bucket, period, filter))
          .then()
          .statusCode(200)
          .body("total", equalTo(theme.get("numerator")));
    }
    asAnalyst()
        .get("/v1/wards/W01/comments?limit=1&bucket=%s&period=%s".formatted(bucket, period))
        .then()
        .body("total", equalTo(counts.getInt("periods[0].comments")));
  }

  @Test
  void whatIsCountedByMoreAddsUp() {
    JsonPath all = counted("");
    assertThat(all.getMap("modes.electronic-discharge")).isEqualTo(all.getMap("ratings"));
    assertThat(all.getMap("languages")).isEqualTo(Map.of("en", all.getInt("comments")));
    assertThat(all.getMap("withheldLanguages")).isEqualTo(Map.of("en", 1));
    assertThat(all.getInt("anyShortfall")).isBetween(24, all.getInt("withContent"));
    assertThat(all.getInt("lowConfidence")).isBetween(0, all.getInt("withContent"));

    List<String> columns = List.of("comments", "withContent", "withheld", "anyShortfall");
    for (String question : List.of("good", "improve", "why")) {
      JsonPath some = counted("&question=" + question);
      assertThat(some.getInt("comments")).isEqualTo(all.getInt("questions." + question));
      assertThat(some.getInt("questions." + question)).isEqualTo(some.getInt("comments"));
      assertThat(some.getInt("submissions")).isEqualTo(SUBMISSIONS + 1);
    }
    for (String column : columns) {
      assertThat(byQuestion(column)).as(column).isEqualTo(all.getInt(column));
    }
    for (String rows : List.of("themes", "pillars")) {
      String sum = rows + ".numerator.sum()";
      assertThat(byQuestion(sum)).as(rows).isEqualTo(all.getInt(sum)).isPositive();
    }
  }

  /** A pillar counts comments: as many as its largest theme, or more, up to all of them. */
  @Test
  void aPillarIsBetweenItsLargestThemeAndTheirSum() {
    JsonPath all = counted("");
    List<Map<String, Object>> pillars = all.getList("pillars");
    assertThat(pillars).isNotEmpty();
    for (Map<String, Object> pillar : pillars) {
      List<Integer> themes =
          all.<Map<String, Object>>getList("themes").stream()
              .filter(theme -> theme.get("polarity") != null)
              .filter(theme -> theme.get("polarity").equals(pillar.get("polarity")))
              .filter(theme -> pillar.get("pillar").equals(pillarOf(theme.get("theme"))))
              .map(theme -> (Integer) theme.get("numerator"))
              .toList();
      assertThat((Integer) pillar.get("numerator"))
          .as("%s", pillar)
          .isBetween(
              themes.stream().mapToInt(Integer::intValue).max().orElseThrow(),
              themes.stream().mapToInt(Integer::intValue).sum());
    }
  }

  private static String pillarOf(Object theme) {
    return org.heard.analytics.tagging.Themes.of((String) theme).orElseThrow().pillar();
  }

  private static int byQuestion(String number) {
    return java.util.stream.Stream.of("good", "improve", "why")
        .mapToInt(question -> counted("&question=" + question).getInt(number))
        .sum();
  }

  private static JsonPath counted(String query) {
    return asAnalyst()
        .get("/v1/wards/W01/counts?from=" + WEEK + "&to=" + WEEK + query)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .setRootPath("periods[0]");
  }

  @ParameterizedTest
  @CsvSource({"ageBand, 10", "sex, 4", "ethnicGroup, 6", "disability, 3"})
  void bandsAddUpToEverything(String by, int bands) {
    JsonPath counts = counted("");
    JsonPath cut =
        asAnalyst()
            .get("/v1/wards/W01/demographics?by=" + by + "&bucket=week&period=" + WEEK)
            .then()
            .statusCode(200)
            .body("bands", hasSize(bands))
            .body("bands[-1].band", equalTo("not-said"))
            .body("from", equalTo("2026-10-05"))
            .body("to", equalTo("2026-10-11"))
            .extract()
            .jsonPath();

    for (String column : List.of("submissions", "comments", "withContent", "anyShortfall")) {
      assertThat(cut.getInt("bands." + column + ".sum()"))
          .as(column)
          .isEqualTo(counts.getInt(column));
    }
    assertThat(cut.getInt("bands.responses.sum()"))
        .isEqualTo(counts.getInt("ratings.values().sum()"));
    // Everybody is 65 to 74 here, and said nothing else.
    String band = by.equals("ageBand") ? "65-74" : "not-said";
    for (String column : List.of("submissions", "comments", "withContent", "anyShortfall")) {
      assertThat(cut.getInt("bands.find { it.band == '" + band + "' }." + column))
          .as(column)
          .isEqualTo(counts.getInt(column));
    }
    assertThat(cut.getInt("bands.find { it.band == '" + band + "' }.submissions"))
        .isEqualTo(SUBMISSIONS + 1);
    assertThat(cut.getInt("bands.find { it.band == '" + band + "' }.pillars.Attending"))
        .isEqualTo(
            counts.getInt(
                "pillars.find { it.pillar == 'Attending' && it.polarity == 'absent' }.numerator"));
  }

  @Test
  void aCommentShowsItsTagsWithTheirEvidence() {
    JsonPath page =
        asAnalyst()
            .get("/v1/wards/W01/comments?limit=200&period=" + WEEK)
            .then()
            .statusCode(200)
            .body("items", hasSize(2 * SUBMISSIONS + 1))
            .body("next", nullValue())
            .extract()
            .jsonPath();
    Map<String, Object> kind =
        page.<Map<String, Object>>getList("items").stream()
            .filter(item -> item.get("id").equals(FIRST + "-1"))
            .findFirst()
            .orElseThrow();

    assertThat(kind)
        .containsEntry("submissionId", FIRST.toString())
        .containsEntry("question", "good")
        .containsEntry("text", "The night nurse was kind and explained everything.")
        .containsEntry("countedOn", "2026-10-05")
        .containsEntry("period", WEEK)
        .containsEntry("language", "en")
        .containsEntry("rating", null)
        .doesNotContainKey("withheld");
    List<?> tags = (List<?>) kind.get("tags");
    assertThat(tags).isNotEmpty();
    for (Object tag : tags) {
      Map<?, ?> evidence = (Map<?, ?>) ((Map<?, ?>) tag).get("evidence");
      String text = (String) kind.get("text");
      assertThat(evidence.get("text"))
          .isEqualTo(text.substring((int) evidence.get("start"), (int) evidence.get("end")));
    }
  }

  @Test
  void aWithheldCommentIsListedWithoutWords() {
    asAnalyst()
        .get("/v1/wards/W01/comments?limit=200&rating=5&period=" + WEEK)
        .then()
        .body("items.findAll { it.withheld == 'IN_REVIEW' }", hasSize(1))
        .body("items.find { it.withheld == 'IN_REVIEW' }.text", nullValue())
        .body("items.find { it.withheld == 'IN_REVIEW' }.language", nullValue())
        .body("items.find { it.withheld == 'IN_REVIEW' }.tags", empty());
    asAnalyst()
        .get("/v1/wards/W01/comments?q=urine&period=" + WEEK)
        .then()
        .statusCode(200)
        .body("total", equalTo(0));
  }

  /** Of two answers that say the same, one was given beside an answer with an alert. */
  @Test
  void onlyNamesInPraiseThatNothingSpeaksAgainstAreListed() {
    asAnalyst()
        .get("/v1/wards/W02/comments?period=" + WEEK)
        .then()
        .statusCode(200)
        .body(
            "items.findAll { it.question == 'good' }.praised",
            containsInAnyOrder(List.of(), List.of("[STAFF-1]")))
        .body("items.find { it.question == 'why' }.withheld", equalTo("IN_REVIEW"))
        .body("items.find { it.question == 'why' }.praised", empty());
  }

  @Test
  void wordsAreSearched() {
    asAnalyst()
        .get("/v1/wards/W01/comments?limit=200&q=nurses explain -food&period=" + WEEK)
        .then()
        .statusCode(200)
        .body("total", equalTo(24))
        .body("items.text", everyItem(startsWith("The night nurse")));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 50, 200})
  void aCursorWalksEverythingOnceNewestDayFirst(int limit) {
    List<String> ids = new ArrayList<>();
    List<String> days = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      JsonPath page =
          asAnalyst()
              .get("/v1/wards/W01/comments?period=" + WEEK + "&limit=" + limit + cursor)
              .then()
              .statusCode(200)
              .body("total", equalTo(2 * SUBMISSIONS + 1))
              .extract()
              .jsonPath();
      ids.addAll(page.getList("items.id"));
      days.addAll(page.getList("items.countedOn"));
      String next = page.getString("next");
      cursor = next == null ? null : "&cursor=" + next;
    }
    assertThat(ids).hasSize(2 * SUBMISSIONS + 1).doesNotHaveDuplicates();
    assertThat(days).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    assertThat(ids).as("a day is shuffled").isNotEqualTo(ids.stream().sorted().toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/v1/wards/W01/counts?bucket=year|BAD_BUCKET",
        "/v1/wards/W01/counts?bucket=day&from=2026-02-29|BAD_PERIOD",
        "/v1/wards/W01/counts?question=Good|BAD_FILTER",
        "/v1/wards/W01/demographics?by=age|BAD_FILTER",
        "/v1/wards/W01/demographics?period=2026-10|BAD_PERIOD",
        "/v1/wards/W01/counts?from=2026-10|BAD_PERIOD",
        "/v1/wards/W01/counts?from=2025-W53|BAD_PERIOD",
        "/v1/wards/W01/counts?from=2026-W41&to=2026-W40|PERIOD_ORDER",
        "/v1/wards/W01/counts?from=2020-W01&to=2026-W40|TOO_MANY_PERIODS",
        "/v1/wards/W01/counts?buckets=week|UNKNOWN_PARAMETER",
        "/v1/wards/W01?x=1|UNKNOWN_PARAMETER",
        "/v1/directory/status?x=1|UNKNOWN_PARAMETER",
        "/v1/wards?unit=W01|UNKNOWN_PARAMETER",
        "/v1/wards?limit=201|LIMIT_TOO_LARGE",
        "/v1/wards?limit=0|BAD_LIMIT",
        "/v1/wards?cursor=!|BAD_CURSOR",
        "/v1/wards?site=a%00|NUL_CHARACTER",
        "/v1/wards/W01/comments?limit=201|LIMIT_TOO_LARGE",
        "/v1/wards/W01/comments?limit=x|BAD_LIMIT",
        "/v1/wards/W01/comments?cursor=abc|BAD_CURSOR",
        "/v1/wards/W01/comments?cursor=MQ|BAD_CURSOR",
        "/v1/wards/W01/comments?cursor=" + NO_DAY + "|BAD_CURSOR",
        "/v1/wards/W01/hidden-harm?cursor=" + NO_DAY + "|BAD_CURSOR",
        "/v1/wards/W01/comments?theme=kindness|BAD_FILTER",
        "/v1/wards/W01/comments?polarity=good|BAD_FILTER",
        "/v1/wards/W01/comments?rating=7|BAD_FILTER",
        "/v1/wards/W01/comments?bucket=year|BAD_BUCKET",
        "/v1/wards/W01/comments?period=2026-10|BAD_PERIOD",
        "/v1/wards/W01/comments?q=a%00|NUL_CHARACTER",
        "/v1/wards/W01/comments?staff=x|UNKNOWN_PARAMETER",
        "/v1/wards/W01/held-comments?limit=201|LIMIT_TOO_LARGE",
        "/v1/wards/W01/held-comments?cursor=MQ|BAD_CURSOR",
        "/v1/wards/W01/held-comments?cursor=" + NO_DAY + "|BAD_CURSOR",
        "/v1/wards/W01/held-comments?q=x|UNKNOWN_PARAMETER",
      })
  void whatCannotBeAskedIsRefused(String path, String code) {
    asAnalyst()
        .urlEncodingEnabled(false)
        .get(path)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo(code))
        .body("status", equalTo(400))
        .body(
            "type",
            equalTo(
                "urn:heard:problem:" + code.toLowerCase(java.util.Locale.ROOT).replace('_', '-')));
  }

  @Test
  void aQueryThatIsTooLongIsRefused() {
    asAnalyst()
        .get("/v1/wards/W01/comments?q=" + "x".repeat(201))
        .then()
        .statusCode(400)
        .body("code", equalTo("BAD_FILTER"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/counts", "/comments", "/held-comments"})
  void nothingOutsideTheCallersOrganisationsExists(String what) {
    for (String ward : List.of("W90", "W-never-heard-of")) {
      asAnalyst()
          .get("/v1/wards/" + ward + what)
          .then()
          .statusCode(404)
          .contentType("application/problem+json")
          .body("code", equalTo("UNKNOWN_WARD"));
    }
    as(Tokens.person("quality-analyst").withOrganisations())
        .get("/v1/wards/W01" + what)
        .then()
        .statusCode(404);
    as(Tokens.person("quality-analyst").withOrganisations("O02"))
        .get("/v1/wards/W90" + what)
        .then()
        .statusCode(200);
  }

  @Test
  void wardsAreListedWithinTheOrganisations() {
    asAnalyst()
        .get("/v1/wards")
        .then()
        .statusCode(200)
        .body("items.id", contains("W01", "W02"))
        .body("total", equalTo(2))
        .body("next", nullValue())
        .body(
            "items[0]",
            equalTo(
                Map.of(
                    "id",
                    "W01",
                    "name",
                    "Ash Ward",
                    "siteId",
                    "S01",
                    "organisationId",
                    "O01",
                    "divisionIds",
                    List.of("D-O01"),
                    "odsCode",
                    "ZZS01",
                    "careSetting",
                    "inpatient")));
    asAnalyst().get("/v1/wards/W02").then().statusCode(200).body("name", equalTo("Birch Ward"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "site=S02|W02",
        "ods=ZZS01|W01",
        "units=W02|W02",
        "units=S01|W01",
        "units=D-O01|W01,W02",
        "units=W01,S02|W01,W02",
        "units=W90,S90|",
        "units=|",
        "units=D-O01&site=S01|W01",
      })
  void wardsAreFiltered(String filter, String ids) {
    List<String> expected = ids == null ? List.of() : List.of(ids.split(",", -1));
    asAnalyst()
        .get("/v1/wards?" + filter)
        .then()
        .statusCode(200)
        .body("items.id", containsInAnyOrder(expected.toArray()))
        .body("total", equalTo(expected.size()));
  }

  @Test
  void wardsArePaged() {
    String next =
        asAnalyst()
            .get("/v1/wards?limit=1")
            .then()
            .body("items", hasSize(1))
            .extract()
            .jsonPath()
            .getString("next");
    asAnalyst()
        .get("/v1/wards?limit=1&cursor=" + next)
        .then()
        .body("items.id", contains("W02"))
        .body("total", equalTo(2))
        .body("next", nullValue());
  }

  @Test
  void theServiceAloneMayAskOnlyForTheStatus() {
    given()
        .auth()
        .oauth2(Tokens.gateway().sign())
        .get("/v1/directory/status")
        .then()
        .statusCode(200)
        .body("wards", greaterThan(2));
  }

  @Test
  void healthNamesWhatIngestIsDoing() {
    given()
        .get("/q/health/live")
        .then()
        .statusCode(200)
        .body("checks.find { it.name == 'ingest' }.data.state", equalTo("running"));
    given().get("/q/health/ready").then().statusCode(200);
  }

  @Test
  void theDocumentNamesTheProblems() {
    given()
        .accept("application/json")
        .get("/q/openapi")
        .then()
        .statusCode(200)
        .body("paths.'/v1/wards'.get.responses.'401'.description", startsWith("UNAUTHORIZED"))
        .body("components.schemas.Problem.properties.code", notNullValue());
  }
}

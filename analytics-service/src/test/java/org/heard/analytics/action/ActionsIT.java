package org.heard.analytics.action;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.heard.analytics.RealServers;
import org.heard.analytics.Tokens;
import org.heard.analytics.directory.Ward;
import org.heard.analytics.directory.Wards;
import org.heard.analytics.problem.JsonBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An action from its first note to what patients read of it, and who may do which step. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class ActionsIT {
  /** The subject of every token in these tests. */
  private static final String SOMEBODY = "somebody";

  private static final String STATEMENT =
      "\"statement\": {\"youSaid\": \"Nobody came.\", \"weDid\": \"We walk round.\"}";

  @Inject DataSource database;
  @Inject Actions actions;
  @Inject Wards wards;

  private final String organisation = "O-" + UUID.randomUUID();
  private final String site = "S-" + UUID.randomUUID();
  private final String ward = "W-" + UUID.randomUUID();

  @BeforeEach
  void aWardOfItsOwn() throws SQLException {
    execute(
        "insert into organisation values ('%s', 1, 'O', 'Europe/London')".formatted(organisation));
    execute("insert into site values ('%s', 1, 'S', null, '%s')".formatted(site, organisation));
    execute(
        "insert into ward values ('%s', 1, 'W', '%s', '%s', '{}', null)"
            .formatted(ward, site, organisation));
  }

  /** Other suites count the wards of the same database. */
  @AfterEach
  void isGoneAfterwards() throws SQLException {
    execute("delete from ward where id = '%s'".formatted(ward));
    execute("delete from site where id = '%s'".formatted(site));
    execute("delete from organisation where id = '%s'".formatted(organisation));
  }

  @Test
  void whatIsCreatedIsToldWhole() {
    JsonPath created =
        create(
                "{\"aim\": \"Sooner\", \"target\": 5, \"measure\": {\"kind\": \"any-shortfall\"},"
                    + " \"owner\": \"Night team\", \"aimBy\": \"2026-12-31\", "
                    + STATEMENT
                    + "}")
            .then()
            .statusCode(201)
            .extract()
            .jsonPath();

    assertThat(created.getString("wardId")).isEqualTo(ward);
    assertThat(created.getInt("version")).isEqualTo(1);
    assertThat(created.getString("status")).isEqualTo("noted");
    assertThat(created.getInt("target")).isEqualTo(5);
    assertThat(created.getString("measure.kind")).isEqualTo("any-shortfall");
    assertThat(created.getString("statement.weDid")).isEqualTo("We walk round.");
    assertThat(created.getString("statementBy")).isEqualTo(SOMEBODY);
    assertThat(created.getMap("")).containsEntry("changeIdea", null).containsKey("insightRef");
    assertThat(created.getString("publishedAt")).isNull();
    assertThat(created.getList("history.what")).containsExactly("created");
    assertThat(created.getList("history[0].fields"))
        .containsExactly("aim", "aimBy", "measure", "owner", "statement", "status", "target");
    assertThat(created.getString("history[0].subject")).isEqualTo(SOMEBODY);
    assertThat(created.getString("history[0].from")).isNull();
    assertThat(read(created.getString("id")).getMap("")).isEqualTo(created.getMap(""));
  }

  @Test
  void eachChangeIsAVersionAndARowOfHistory() {
    String id = create("{\"aim\": \"Sooner\"}").path("id");
    patch(id, "{\"version\": 1, \"status\": \"testing\", \"startsOn\": \"2026-10-12\"}")
        .then()
        .statusCode(200);
    JsonPath ended =
        patch(
                id,
                "{\"version\": 2, \"status\": \"done\", \"endsOn\": \"2026-11-08\", \"startsOn\":"
                    + " null, \"decision\": \"adapt\"}")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();

    assertThat(ended.getInt("version")).isEqualTo(3);
    assertThat(ended.getString("startsOn")).isNull();
    assertThat(ended.getString("decision")).isEqualTo("adapt");
    assertThat(ended.getList("history.version")).containsExactly(3, 2, 1);
    assertThat(ended.getList("history.from")).containsExactly("testing", "noted", null);
    assertThat(ended.getList("history.to")).containsExactly("done", "testing", "noted");
    assertThat(ended.getList("history[0].fields"))
        .containsExactly("decision", "endsOn", "startsOn", "status");
  }

  @Test
  void whatChangesNothingMakesNoVersion() {
    String id = create("{\"aim\": \"Sooner\"}").path("id");
    JsonPath same = patch(id, "{\"version\": 1, \"aim\": \"Sooner\", \"owner\": null}").jsonPath();
    assertThat(same.getInt("version")).isEqualTo(1);
    assertThat(same.getList("history")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"version\": 2, \"aim\": \"b\"}|409|STALE_VERSION",
        "{\"version\": 0, \"aim\": \"b\"}|409|STALE_VERSION",
        "{\"aim\": \"b\"}|422|MISSING_FIELD",
        "{\"version\": null, \"aim\": \"b\"}|422|MISSING_FIELD",
        "{\"version\": \"1\", \"aim\": \"b\"}|400|WRONG_TYPE",
        "{\"version\": 1.5, \"aim\": \"b\"}|400|WRONG_TYPE",
        "{\"version\": 99999999999, \"aim\": \"b\"}|422|INVALID_VALUE",
        "{\"version\": 1, \"score\": 1}|422|UNKNOWN_FIELD",
        "{\"version\": 1, \"status\": \"cannot-do\"}|422|MISSING_FIELD",
        "{\"version\": 1, \"aim\": \"b\", \"aim\": \"c\"}|400|INVALID_JSON",
        "[]|400|WRONG_TYPE",
        "{|400|INVALID_JSON",
      })
  void aChangeThatCannotBeIsRefused(String body, int status, String code) {
    String id = create("{\"aim\": \"a\"}").path("id");
    isProblem(patch(id, body), status, code);
    assertThat(read(id).getInt("version")).isEqualTo(1);
  }

  @Test
  void aStatusThatDoesNotLeadThereIsAConflict() {
    String id = create("{\"aim\": \"a\", \"status\": \"done\"}").path("id");
    isProblem(patch(id, "{\"version\": 1, \"status\": \"planned\"}"), 409, "BAD_TRANSITION");
  }

  @Test
  void aBodyHasItsBound() {
    isProblem(create("{\"aim\": \"" + "a".repeat(262_144) + "\"}"), 413, "BODY_TOO_LARGE");
    isProblem(create("{\"aim\": \"" + "a".repeat(16_001) + "\"}"), 422, "TEXT_TOO_LONG");
    create("{\"aim\": \"" + "a".repeat(16_000) + "\"}").then().statusCode(201);
  }

  @Test
  void ofTwoChangesOfOneVersionOneIsMade() throws Exception {
    UUID id = UUID.fromString(create("{\"aim\": \"a\"}").path("id"));
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<Integer>> answers = new ArrayList<>();
      for (String aim : List.of("b", "c")) {
        answers.add(
            both.submit(
                () -> {
                  start.await();
                  return patch(id.toString(), "{\"version\": 1, \"aim\": \"%s\"}".formatted(aim))
                      .statusCode();
                }));
      }
      start.countDown();
      List<Integer> statuses = new ArrayList<>();
      for (Future<Integer> answer : answers) {
        statuses.add(answer.get(30, TimeUnit.SECONDS));
      }
      assertThat(statuses).containsExactlyInAnyOrder(200, 409);
    } finally {
      both.shutdownNow();
    }
    JsonPath now = read(id.toString());
    assertThat(now.getInt("version")).isEqualTo(2);
    assertThat(now.getList("history.version")).containsExactly(2, 1);
  }

  /** The second waits for the first to end, and then sees that its version is old. */
  @Test
  void aChangeWaitsForTheOneUnderWay() throws Exception {
    String id = create("{\"aim\": \"a\"}").path("id");
    ExecutorService second = Executors.newSingleThreadExecutor();
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement()) {
        statement.execute("select 1 from action where id = '" + id + "' for update");
        Future<Response> waiting =
            second.submit(() -> patch(id, "{\"version\": 1, \"aim\": \"b\"}"));
        statement.execute("update action set version = 2 where id = '" + id + "'");
        connection.commit();
        isProblem(waiting.get(30, TimeUnit.SECONDS), 409, "STALE_VERSION");
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } finally {
      second.shutdownNow();
    }
  }

  @Test
  void whoWroteTheStatementDoesNotPublishIt() throws SQLException {
    UUID id = UUID.fromString(create("{\"aim\": \"a\", " + STATEMENT + "}").path("id"));
    isProblem(publish(id, 1), 409, "SAME_PERSON");
    assertThat(publicItems()).isEmpty();

    assertThat(actions.publish(ward(), id, 1, "second").publishedAt()).isNotNull();
    assertThat(publicItems()).hasSize(1);
  }

  @Test
  void whoChangedItLastIsItsAuthor() throws SQLException {
    UUID id = UUID.fromString(create("{\"aim\": \"a\", " + STATEMENT + "}").path("id"));
    changed(id, 1, "{\"statement\": {\"weDid\": \"More.\"}}", "second");
    assertThatThrownBy(() -> actions.publish(ward(), id, 2, "second")).hasMessage("SAME_PERSON");
    publish(id, 2).then().statusCode(200);
  }

  @Test
  void whoChangesSomethingElseIsNotItsAuthor() throws SQLException {
    UUID id = UUID.fromString(create("{\"aim\": \"a\", " + STATEMENT + "}").path("id"));
    changed(id, 1, "{\"aim\": \"b\", \"statement\": {\"weDid\": \"We walk round.\"}}", "second");
    isProblem(publish(id, 2), 409, "SAME_PERSON");
    assertThat(actions.publish(ward(), id, 2, "second").version()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"aim\": \"a\"}",
        "{\"aim\": \"a\", \"statement\": {}}",
        "{\"aim\": \"a\", \"statement\": {\"youSaid\": \"Nobody came.\"}}",
        "{\"aim\": \"a\", \"statement\": {\"weDid\": \"We walk round.\"}}",
      })
  void halfAStatementIsNotPublished(String body) {
    UUID id = UUID.fromString(create(body).path("id"));
    isProblem(publish(id, 1), 409, "NO_STATEMENT");
  }

  @Test
  void onlyTheVersionThatWasSeenIsPublished() throws SQLException {
    UUID id = published();
    isProblem(publish(id, 1), 409, "STALE_VERSION");
    changed(id, 2, "{\"aim\": \"b\"}", "second");
    assertThatThrownBy(() -> actions.publish(ward(), id, 2, "third")).hasMessage("STALE_VERSION");
  }

  @Test
  void aChangedStatementIsNoLongerPublicAndAnotherChangeLeavesItSo() throws SQLException {
    UUID id = published();
    changed(id, 2, "{\"status\": \"planned\", \"whatHappened\": \"Fewer bells.\"}", "second");
    assertThat(publicItems()).hasSize(1);

    changed(id, 3, "{\"statement\": {\"weDid\": \"Something else.\"}}", "second");
    assertThat(publicItems()).isEmpty();
    assertThat(read(id.toString()).getString("publishedAt")).isNull();
  }

  @Test
  void aRemovedStatementHasNoAuthorAndIsNotPublic() throws SQLException {
    UUID id = published();
    changed(id, 2, "{\"statement\": null}", "second");
    assertThat(publicItems()).isEmpty();
    assertThat(read(id.toString()).getString("statementBy")).isNull();
  }

  @Test
  void aStatementCanBeTakenBack() throws SQLException {
    UUID id = published();
    withdraw(id, 2).then().statusCode(200);
    assertThat(publicItems()).isEmpty();
    withdraw(id, 3).then().statusCode(200);
    JsonPath now = read(id.toString());
    assertThat(now.getList("history.what")).containsExactly("withdrawn", "published", "created");
    isProblem(withdraw(id, 2), 409, "STALE_VERSION");
  }

  @Test
  void whatIsPublicNamesNobodyAndStaysAsItWasPublished() throws SQLException {
    UUID id = published();
    changed(id, 2, "{\"status\": \"cannot-do\", \"reason\": \"s3cret\"}", "second");
    create("{\"aim\": \"s3cret\", \"statement\": {\"youSaid\": \"s3cret\", \"weDid\": \"x\"}}");

    Response page = statements("?ward=" + ward);
    assertThat(page.jsonPath().getInt("total")).isEqualTo(1);
    assertThat(page.jsonPath().getMap("items[0]"))
        .containsOnlyKeys("youSaid", "weDid", "status", "publishedOn")
        .containsEntry("status", "noted")
        .containsEntry("youSaid", "Nobody came.");
    assertThat(page.asString())
        .doesNotContain("s3cret", SOMEBODY, "second", id.toString(), organisation);
  }

  /** With its words as they were: what is public is the status, too. */
  @Test
  void anotherStatusIsPublishedAgainAndTheSameIsNot() throws SQLException {
    UUID id = published();
    changed(id, 2, "{\"status\": \"done\"}", "second");
    isProblem(publish(id, 3), 409, "SAME_PERSON");
    assertThat(statements("?ward=" + ward).jsonPath().getList("items.status"))
        .containsExactly("noted");

    assertThat(actions.publish(ward(), id, 3, "second").version()).isEqualTo(4);
    assertThat(statements("?ward=" + ward).jsonPath().getList("items.status"))
        .containsExactly("done");
    assertThat(actions.publish(ward(), id, 4, "second").version()).as("as it is").isEqualTo(4);
    assertThat(read(id.toString()).getList("history.what"))
        .containsExactly("published", "changed", "published", "created");
  }

  @Test
  void aWardThatDoesNotExistHasPublishedNothingLikeAnyOther() {
    String nothing = statements("?ward=" + ward).then().statusCode(200).extract().asString();
    assertThat(nothing).isEqualTo("{\"items\":[],\"total\":0,\"next\":null}");
    assertThat(statements("?ward=W-none").asString()).isEqualTo(nothing);
  }

  @Test
  void theLatestStatementComesFirstPageByPage() throws SQLException {
    for (String said : List.of("First", "Second", "Third")) {
      String body = "{\"aim\": \"a\", \"statement\": {\"youSaid\": \"%s\", \"weDid\": \"b\"}}";
      String id = create(body.formatted(said)).path("id");
      actions.publish(ward(), UUID.fromString(id), 1, "second");
    }
    List<String> told = new ArrayList<>();
    String query = "?limit=2&ward=" + ward;
    String next = "";
    while (next != null) {
      JsonPath page = statements(query + next).jsonPath();
      told.addAll(page.getList("items.youSaid"));
      next = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
    }
    assertThat(told).containsExactly("Third", "Second", "First");
    isProblem(statements("?cursor=x&ward=" + ward), 400, "BAD_CURSOR");
    isProblem(statements("?limit=201&ward=" + ward), 400, "LIMIT_TOO_LARGE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update action_change set subject = 'nobody'",
        "update action_change set fields = '{}' where false",
        "delete from action_change",
        "truncate action_change",
      })
  void historyStaysAsItIs(String change) {
    create("{\"aim\": \"a\"}").then().statusCode(201);
    assertThatThrownBy(() -> execute(change))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("stay as they are");
  }

  @Test
  void anActionDoesNotGoAwayWithItsHistory() {
    String id = create("{\"aim\": \"a\"}").path("id");
    assertThatThrownBy(() -> execute("delete from action where id = '" + id + "'"))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void listsTellTheNewestFirstWithoutHistory() {
    for (String status : List.of("noted", "planned", "noted")) {
      create("{\"aim\": \"a\", \"status\": \"%s\"}".formatted(status)).then().statusCode(201);
    }
    JsonPath first = list("?limit=2").jsonPath();
    assertThat(first.getInt("total")).isEqualTo(3);
    assertThat(first.getList("items.status")).containsExactly("noted", "planned");
    assertThat(first.getMap("items[0]")).doesNotContainKey("history");
    JsonPath second = list("?limit=2&cursor=" + first.getString("next")).jsonPath();
    assertThat(second.getList("items.status")).containsExactly("noted");
    assertThat(second.getString("next")).isNull();

    JsonPath planned = list("?status=planned").jsonPath();
    assertThat(planned.getInt("total")).isEqualTo(1);
    isProblem(list("?status=open"), 400, "BAD_FILTER");
    isProblem(list("?cursor=x"), 400, "BAD_CURSOR");
  }

  /** {@code T-1} and {@code T+1} are the days round today. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'status':'noted'|no|yes",
        "'status':'noted','measure':{'kind':'any-shortfall'}|no|no",
        "'status':'noted','aimBy':'T-2'|yes|yes",
        "'status':'noted','aimBy':'T+2'|no|yes",
        "'status':'testing','measure':{'kind':'any-shortfall'},'endsOn':'T-2'|yes|yes",
        "'status':'testing','measure':{'kind':'any-shortfall'},'endsOn':'T-2','whatHappened':'x'"
            + "|yes|no",
        "'status':'testing','measure':{'kind':'any-shortfall'},'endsOn':'T+2'|no|no",
        "'status':'done','measure':{'kind':'any-shortfall'},'aimBy':'T-2'|no|yes",
        "'status':'done','measure':{'kind':'any-shortfall'},'whatHappened':'x','aimBy':'T-2'|no|no",
        "'status':'cannot-do','reason':'x','aimBy':'T-2'|no|no",
      })
  void analystsFindWhatIsOverdueOrUnmeasured(String fields, String overdue, String unmeasured) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    String body =
        "{'aim':'a',"
            + fields.replace("T-2", "" + today.minusDays(2)).replace("T+2", "" + today.plusDays(2))
            + "}";
    JsonPath created = create(body.replace('\'', '"')).then().statusCode(201).extract().jsonPath();
    assertThat(created.getBoolean("overdue")).isEqualTo(overdue.equals("yes"));
    assertThat(created.getBoolean("unmeasured")).isEqualTo(unmeasured.equals("yes"));

    assertThat(overview("?overdue=true")).isEqualTo(overdue.equals("yes") ? 1 : 0);
    assertThat(overview("?unmeasured=true")).isEqualTo(unmeasured.equals("yes") ? 1 : 0);
    assertThat(overview("?overdue=true&unmeasured=true"))
        .isEqualTo((overdue + unmeasured).contains("yes") ? 1 : 0);
    assertThat(overview("?status=" + created.getString("status"))).isEqualTo(1);
    assertThat(overview("")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"?overdue=false", "?unmeasured=yes", "?status=late", "?limit=0"})
  void aFilterThatCannotBeIsRefused(String query) {
    as("quality-analyst").get("/v1/actions" + query).then().statusCode(400);
  }

  @Test
  void anotherWardHasNoSuchAction() throws SQLException {
    String other = "W-" + UUID.randomUUID();
    execute(
        "insert into ward values ('%s', 1, 'W', '%s', '%s', '{}', null)"
            .formatted(other, site, organisation));
    try {
      String id = create("{\"aim\": \"a\"}").path("id");
      String elsewhere = "/v1/wards/" + other + "/actions/" + id;
      isProblem(as("ward-leader").get(elsewhere), 404, "NOT_FOUND");
      isProblem(
          as("ward-leader").body("{\"version\": 1, \"aim\": \"b\"}").patch(elsewhere),
          404,
          "NOT_FOUND");
      isProblem(as("ward-leader").get(path("/not-an-id")), 404, "NOT_FOUND");
    } finally {
      execute("delete from ward where id = '%s'".formatted(other));
    }
  }

  private UUID published() throws SQLException {
    UUID id = UUID.fromString(create("{\"aim\": \"a\", " + STATEMENT + "}").path("id"));
    actions.publish(ward(), id, 1, "second");
    return id;
  }

  private void changed(UUID id, int version, String patch, String subject) throws SQLException {
    actions.change(
        ward(),
        id,
        version,
        JsonBody.tree(
            new ByteArrayInputStream(patch.getBytes(StandardCharsets.UTF_8)), patch.length()),
        subject);
  }

  private Ward ward() {
    return wards.require(ward, List.of(organisation));
  }

  private List<Object> publicItems() {
    return statements("?ward=" + ward).jsonPath().getList("items");
  }

  private static Response statements(String query) {
    return given().auth().oauth2(Tokens.gateway().sign()).get("/v1/statements" + query);
  }

  private int overview(String query) {
    Response answer = as("quality-analyst").get("/v1/actions" + query);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.path("total");
  }

  private Response create(String body) {
    return as("ward-leader").body(body).post(path(""));
  }

  private Response list(String query) {
    return as("ward-leader").get(path(query));
  }

  private JsonPath read(String id) {
    return as("ward-leader").get(path("/" + id)).then().statusCode(200).extract().jsonPath();
  }

  private Response patch(String id, String body) {
    return as("ward-leader").body(body).patch(path("/" + id));
  }

  private Response publish(UUID id, int version) {
    return as("quality-analyst")
        .body("{\"version\": " + version + "}")
        .post(path("/" + id + "/publish"));
  }

  private Response withdraw(UUID id, int version) {
    return as("quality-analyst")
        .body("{\"version\": " + version + "}")
        .post(path("/" + id + "/withdraw"));
  }

  private String path(String rest) {
    return "/v1/wards/" + ward + "/actions" + rest;
  }

  private RequestSpecification as(String role) {
    return given()
        .auth()
        .oauth2(Tokens.gateway().sign())
        .header("Heard-Caller", Tokens.person(role).withOrganisations(organisation).sign())
        .contentType("application/json");
  }

  private static void isProblem(Response answer, int status, String code) {
    assertThat(answer.asString()).contains("\"code\":\"" + code + "\"");
    assertThat(answer.statusCode()).isEqualTo(status);
  }

  private void execute(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

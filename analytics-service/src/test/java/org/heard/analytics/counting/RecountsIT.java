package org.heard.analytics.counting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.heard.analytics.RealServers;
import org.heard.analytics.Tokens;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rollups that somebody broke by hand: found, told, mended. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class RecountsIT {
  private static final String PATH = "/v1/recounts";

  @Inject DataSource database;
  @Inject Recount recount;
  @Inject RecountSchedule schedule;
  @Inject MeterRegistry meters;

  private final Watcher log = new Watcher();
  private final Logger logger = Logger.getLogger(RecountRuns.class.getName());

  @BeforeEach
  void aWardOfItsOwnAndRollupsThatAgree() throws SQLException {
    execute("insert into ward values ('RECOUNT-W', 1, 'R', 'RECOUNT-S', 'RECOUNT-O', '{}', null)");
    recount.rebuild();
    logger.addHandler(log);
  }

  @AfterEach
  void isGoneAfterwards() throws SQLException {
    logger.removeHandler(log);
    execute("delete from ward where id = 'RECOUNT-W'");
    recount.rebuild();
  }

  @Test
  void aBrokenRowIsFoundAndToldAndARebuildMendsIt() throws SQLException {
    assertThat(ask("{}").getString("state")).isEqualTo("equal");
    assertThat(mismatched()).isZero();
    execute(
        """
        insert into rollup_theme
        values ('RECOUNT-W', '2026-10-05', 'good', 'general', 'general-praise', '', 3);
        insert into rollup_pillar values ('RECOUNT-W', '2026-10-05', 'good', 'Helping', 'absent', 1)
        """);

    JsonPath found = ask("{\"rebuild\": false}");

    assertThat(found.getString("state")).isEqualTo("different");
    assertThat(found.getInt("differingRows")).isEqualTo(2);
    assertThat(found.getInt("comparedRows")).isGreaterThanOrEqualTo(2);
    assertThat(found.getInt("rollups.find { it.rollup == 'theme' }.differingRows")).isEqualTo(1);
    assertThat(found.getInt("rollups.find { it.rollup == 'band' }.differingRows")).isZero();
    assertThat(found.getList("wardDays.rollup")).containsExactly("pillar", "theme");
    assertThat(found.getString("wardDays[0].wardId")).isEqualTo("RECOUNT-W");
    assertThat(found.getString("wardDays[0].day")).isEqualTo("2026-10-05");
    assertThat(log.lines)
        .anyMatch(
            line ->
                line.startsWith("ERROR recount ")
                    && line.contains(
                        " 2 rollup rows differ from the facts, first ward RECOUNT-W on 2026-10-05"));
    assertThat(mismatched()).isEqualTo(2);
    given()
        .get("/q/health/ready")
        .then()
        .body("checks.find { it.name == 'recount' }.status", equalTo("UP"))
        .body("checks.find { it.name == 'recount' }.data.mismatchedRollupRows", equalTo(2));

    JsonPath mended = ask("{\"rebuild\": true}");

    assertThat(mended.getInt("differingRows")).as("before it was mended").isEqualTo(2);
    assertThat(mended.getBoolean("rebuild")).isTrue();
    assertThat(mismatched()).isZero();
    assertThat(recount.mismatches()).isZero();
    assertThat(ask("{}").getString("state")).isEqualTo("equal");
  }

  @Test
  void anAdminSeesWardDaysOfTheOwnOrganisationsOnly() throws SQLException {
    execute(
        "insert into rollup_pillar values ('RECOUNT-W', '2026-10-05', 'good', 'H', 'absent', 1)");
    ask("{}");

    Response foreign =
        given()
            .auth()
            .oauth2(Tokens.gateway().sign())
            .header("Heard-Caller", Tokens.person("admin").withOrganisations("O01").sign())
            .get(PATH + "?limit=1");

    assertThat(foreign.jsonPath().getInt("items[0].differingRows")).isEqualTo(1);
    assertThat(foreign.jsonPath().getList("items[0].wardDays")).isEmpty();
  }

  @Test
  void theNightDoesItToo() throws SQLException {
    long before = ask("{}").getLong("id");
    execute(
        "insert into rollup_band_pillar values ('RECOUNT-W', '2026-10-05', 'sex', 'x', 'H', 1)");

    schedule.nightly();

    JsonPath found = ended(before);
    assertThat(found.getInt("items[0].differingRows")).isEqualTo(1);
    // Another replica learns it from the report.
    schedule.measure();
    assertThat(mismatched()).isEqualTo(1);
  }

  /** Whatever else holds the lock: a replica that recounts. */
  @Test
  void oneRunsAtATimeAndOneThatDiedIsNotedAsFailed() throws SQLException {
    try (Connection other = database.getConnection();
        Statement statement = other.createStatement()) {
      statement.execute("select pg_advisory_lock(" + RecountRuns.LOCK + ")");
      // Its report is not there yet: nobody is answered with one that is over.
      post("{}").then().statusCode(409).body("code", equalTo("RECOUNT_RUNNING"));
      // Nor does the night make noise about it.
      schedule.nightly();
      statement.execute(
          "insert into recount (state, rebuild, started_at) values" + " ('running', false, now())");
      long running = latest().getLong("items[0].id");

      post("{}").then().statusCode(202).body("id", equalTo((int) running));
      post("{\"rebuild\": true}").then().statusCode(409).body("code", equalTo("RECOUNT_RUNNING"));
      assertThat(latest().getLong("items[0].id")).isEqualTo(running);

      statement.execute("select pg_advisory_unlock(" + RecountRuns.LOCK + ")");
      ask("{}");
      assertThat(latest().getString("items.find { it.id == " + running + " }.state"))
          .isEqualTo("failed");
    }
  }

  @Test
  void oneThatFailedIsNoGoodNews() throws SQLException {
    assertThat(ask("{}").getString("state")).isEqualTo("equal");
    execute(
        "insert into recount (state, rebuild, started_at, ended_at)"
            + " values ('failed', false, now(), now())");

    schedule.measure();

    assertThat(mismatched()).isEqualTo(RecountReports.UNKNOWN);
    ask("{}");
    assertThat(mismatched()).isZero();
  }

  @Test
  void onlySoManyReportsAreKept() throws SQLException {
    execute(
        "insert into recount (state, rebuild, started_at) select 'equal', false, now()"
            + " from generate_series(1, 1200)");
    ask("{}");

    assertThat(latest().getInt("total")).isLessThanOrEqualTo(1000);
    String next = latest().getString("next");
    JsonPath page = list("?limit=200&cursor=" + next);
    assertThat(page.getList("items")).hasSize(200);
    assertThat(page.getLong("items[0].id")).isLessThan(latest().getLong("items[0].id"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]|400|WRONG_TYPE",
        "true|400|WRONG_TYPE",
        "{\"rebuild\": \"yes\"}|400|WRONG_TYPE",
        "{\"ward\": \"W01\"}|422|UNKNOWN_FIELD",
        "{\"rebuild\": true, \"ward\": \"W01\"}|422|UNKNOWN_FIELD",
        "{|400|INVALID_JSON",
      })
  void whatCannotBeReadStartsNothing(String body, int status, String code) {
    post(body).then().statusCode(status).body("code", equalTo(code));
  }

  @Test
  void aBodyHasABound() {
    post("{\"rebuild\": false}" + " ".repeat(1024 - 18)).then().statusCode(202);
    post("{\"rebuild\": false}" + " ".repeat(1024 - 17))
        .then()
        .statusCode(413)
        .body("code", equalTo("BODY_TOO_LARGE"));
  }

  @Test
  void aCursorOfAnotherListIsRefused() {
    for (String query : List.of("?cursor=x", "?limit=0", "?ward=W01")) {
      as().get(PATH + query).then().statusCode(400).body("code", not(equalTo("INTERNAL")));
    }
  }

  /** Asks for one, waits for its end and reads its report. */
  private static JsonPath ask(String body) {
    long id = post(body).then().statusCode(202).extract().jsonPath().getLong("id");
    return ended(id - 1).setRootPath("items.find { it.id == " + id + " }");
  }

  private static JsonPath ended(long before) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              JsonPath latest = latest();
              return latest.getLong("items[0].id") > before
                  && !"running".equals(latest.getString("items[0].state"));
            });
    return latest();
  }

  private static JsonPath latest() {
    return list("?limit=200");
  }

  private static JsonPath list(String query) {
    return as().get(PATH + query).then().statusCode(200).extract().jsonPath();
  }

  private static Response post(String body) {
    return as().contentType("application/json").body(body).post(PATH);
  }

  private static RequestSpecification as() {
    return given()
        .auth()
        .oauth2(Tokens.gateway().sign())
        .header("Heard-Caller", Tokens.person("admin").withOrganisations("RECOUNT-O").sign());
  }

  private double mismatched() {
    return meters.get("heard.counting.mismatched.rows").gauge().value();
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static final class Watcher extends Handler {
    private final PatternFormatter format = new PatternFormatter("%p %s");
    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord record) {
      lines.add(format.format(ExtLogRecord.wrap(record)));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}

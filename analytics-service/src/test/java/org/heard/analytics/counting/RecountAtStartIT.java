package org.heard.analytics.counting;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.heard.embedded.PostgresServer;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** A start with rollups that say something else than the facts. */
class RecountAtStartIT {
  private static final String SAID =
      "ERROR recount 1: 7 rollup rows differ from the facts, first ward W01 on 2026-10-05; have"
          + " them rebuilt";

  // Every table has a row that is wrong or missing, and one has a row of facts that are gone.
  private static final String FACTS_AND_WRONG_ROLLUPS =
      """
      insert into submission (id, version, ward_id, organisation_id, counted_on, rating, mode,
                              demographics) values
        ('00000000-0000-0000-0000-000000000001', 1, 'W01', 'O01', '2026-10-05', 1, 'online',
         '{"sex": "female"}'),
        ('00000000-0000-0000-0000-000000000002', 1, 'W01', 'O01', '2026-10-05', 1, 'online', null),
        ('00000000-0000-0000-0000-000000000003', 1, 'W01', 'O01', '2026-10-06', null, null, null);
      insert into comment (submission_id, n, ward_id, counted_on, shuffle, question, text, language,
                           with_content, severity, alerts, model_version) values
        ('00000000-0000-0000-0000-000000000001', 0, 'W01', '2026-10-05', 0, 'improve',
         'Be kinder.', 'en', true, 'none', '{}', '1');
      insert into comment_tag (submission_id, n, layer, theme, polarity, pillar, confidence,
                               evidence_start, evidence_end, ward_id, counted_on) values
        ('00000000-0000-0000-0000-000000000001', 0, 'compassion', 'kindness', 'absent',
         'Empathising', 1, 0, 9, 'W01', '2026-10-05');
      insert into rollup_submission values
        ('W01', '2026-10-05', 1, 'online', 5, 1, 1), ('W01', '2026-10-06', 0, 'other', 1, 0, 0),
        ('W01', '2026-10-07', 2, 'online', 1, 0, 0);
      insert into rollup_comment values ('W01', '2026-10-05', 'improve', 'en', 1, 0, 0, 0, 1);
      insert into rollup_band values ('W01', '2026-10-05', 'sex', 'female', 1, 1, 1, 1, 1, 1, 1, 0);
      """;

  private static PostgresServer postgres;

  private final PGSimpleDataSource database = new PGSimpleDataSource();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @BeforeAll
  static void start() {
    postgres = PostgresServer.temporary();
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @BeforeEach
  void rollupsThatAreWrong() throws SQLException {
    String name = "recount" + UUID.randomUUID().toString().substring(0, 8);
    postgres.database(name, name);
    database.setUrl(postgres.jdbcUrl(name));
    database.setUser(name);
    database.setPassword(name);
    Flyway.configure().dataSource(database).load().migrate();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(FACTS_AND_WRONG_ROLLUPS);
    }
  }

  @Test
  void compareSaysHowManyRowsDifferAndChangesNone() throws SQLException {
    List<String> before = rollups();

    assertThat(startWith(Map.of("heard.counting.recount-at-start", "compare")))
        .containsExactly(SAID);

    assertThat(rollups()).isEqualTo(before);
    assertThat(reports()).containsExactly("different, rebuild false, 7 rows");
    assertThat(mismatched()).isEqualTo(7);
  }

  @Test
  void rebuildSaysHowManyRowsDifferedAndCountsTheFacts() throws SQLException {
    assertThat(startWith(Map.of("heard.counting.recount-at-start", "rebuild")))
        .containsExactly(SAID, "INFO recount 1: rollups rebuilt");

    assertThat(reports()).containsExactly("different, rebuild true, 7 rows");
    assertThat(mismatched()).as("of what is mended").isZero();
    assertThat(rollups())
        .containsExactly(
            "(W01,2026-10-05,1,online,2,1,1)",
            "(W01,2026-10-05,improve,Empathising,absent,1)",
            "(W01,2026-10-05,improve,compassion,kindness,absent,1)",
            "(W01,2026-10-05,improve,en,1,1,0,0,1)",
            "(W01,2026-10-05,sex,female,1,1,1,1,1,1,1,1)",
            "(W01,2026-10-05,sex,female,Empathising,1)",
            "(W01,2026-10-06,0,other,1,0,0)");
  }

  @Test
  void aRecountThatRunsElsewhereIsLeftAlone() throws SQLException {
    try (Connection elsewhere = database.getConnection();
        Statement lock = elsewhere.createStatement()) {
      lock.execute("select pg_advisory_lock(" + RecountRuns.LOCK + ")");

      assertThat(startWith(Map.of("heard.counting.recount-at-start", "rebuild")))
          .containsExactly("WARN no recount at this start: another runs");
    }
    assertThat(reports()).isEmpty();
  }

  @Test
  void nothingIsReadUnlessAskedFor() throws SQLException {
    List<String> before = rollups();

    assertThat(startWith(Map.of())).isEmpty();

    assertThat(rollups()).isEqualTo(before);
  }

  /** What a start with these settings logs. */
  private List<String> startWith(Map<String, String> settings) throws SQLException {
    Logger log = Logger.getLogger(RecountRuns.class.getName());
    Watcher watcher = new Watcher();
    log.addHandler(watcher);
    try {
      RecountFactory.start(database, meters, RecountFactory.config(settings));
    } finally {
      log.removeHandler(watcher);
    }
    return watcher.lines;
  }

  private double mismatched() {
    return meters.get("heard.counting.mismatched.rows").gauge().value();
  }

  private List<String> reports() throws SQLException {
    List<String> reports = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select r.state || ', rebuild ' || r.rebuild || ', ' || sum(d.rows) || ' rows'
                from recount r
                cross join lateral (select differing_rows as rows from recount_rollup
                                    where recount_id = r.id) d
                group by r.id order by r.id
                """)) {
      while (row.next()) {
        reports.add(row.getString(1));
      }
    }
    return reports;
  }

  private List<String> rollups() throws SQLException {
    return CountedRows.all(database);
  }

  private static final class Watcher extends Handler {
    private final PatternFormatter format = new PatternFormatter("%p %s");
    private final List<String> lines = new ArrayList<>();

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

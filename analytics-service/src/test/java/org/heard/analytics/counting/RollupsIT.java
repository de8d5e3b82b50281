package org.heard.analytics.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.heard.analytics.tagging.Themes;
import org.heard.embedded.PostgresServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What some facts count, row by row, worked out by hand. */
class RollupsIT {
  private static final UUID ONE = new UUID(0, 1);
  private static final UUID TWO = new UUID(0, 2);
  private static final List<UUID> BOTH = List.of(ONE, TWO);

  /**
   * The first has two themes of one pillar in one comment, both polarities of a theme, a comment in
   * another language and one without content. The second says nothing but a poor score.
   */
  private static final String FACTS =
      """
      insert into submission (id, version, ward_id, organisation_id, counted_on, rating, mode,
                              demographics) values
        ('00000000-0000-0000-0000-000000000001', 1, 'W01', 'O01', '2026-10-05', 2, 'online',
         '{"ageBand": "85+", "sex": "not-said", "disability": null, "shoeSize": "12"}'),
        ('00000000-0000-0000-0000-000000000002', 1, 'W01', 'O01', '2026-10-05', 4, null,
         '{"ageBand": "85+"}');
      insert into comment (submission_id, n, ward_id, counted_on, shuffle, question, text, language,
                           translated_from, withheld, with_content, severity, alerts, model_version)
      values
        ('00000000-0000-0000-0000-000000000001', 1, 'W01', '2026-10-05', 0, 'improve', 'a', 'en',
         null, null, true, 'none', '{}', '1'),
        ('00000000-0000-0000-0000-000000000001', 2, 'W01', '2026-10-05', 0, 'improve', 'b', 'en',
         'pl', 'IN_REVIEW', true, 'none', '{}', '1'),
        ('00000000-0000-0000-0000-000000000001', 3, 'W01', '2026-10-05', 0, 'good', 'c', null,
         null, null, false, 'none', '{}', '1');
      insert into comment_tag (submission_id, n, layer, theme, polarity, confidence,
                               evidence_start, evidence_end, ward_id, counted_on)
      select '00000000-0000-0000-0000-000000000001', n, layer, theme, polarity, confidence, 0, 1,
             'W01', '2026-10-05'
      from (values
        (1, 'compassion', 'being-heard', 'absent', 0.9),
        (1, 'compassion', 'seen-as-a-person', 'absent', 0.9),
        (1, 'compassion', 'being-heard', 'present', 0.9),
        (2, 'compassion', 'being-heard', 'absent', 0.49),
        (2, 'practical', 'food-and-drink', 'negative', 0.9),
        (3, 'general', 'no-content', '', 0.1)) as t (n, layer, theme, polarity, confidence);
      """;

  private static PostgresServer postgres;

  private final PGSimpleDataSource database = new PGSimpleDataSource();
  private final Rollups rollups = new Rollups();

  @BeforeAll
  static void start() {
    postgres = PostgresServer.temporary();
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  private void emptyDatabase() {
    String name = "rollups" + UUID.randomUUID().toString().substring(0, 8);
    postgres.database(name, name);
    database.setUrl(postgres.jdbcUrl(name));
    database.setUser(name);
    database.setPassword(name);
  }

  @BeforeEach
  void factsFromBeforeTheseRollups() throws SQLException {
    emptyDatabase();
    Flyway.configure().dataSource(database).target("6").load().migrate();
    execute(FACTS);
    Flyway.configure().dataSource(database).load().migrate();
  }

  @Test
  void whatWasThereBeforeIsCounted() throws SQLException {
    assertCounted();
  }

  @Test
  void whatIsTakenBackCountsNothingAndAddedAgainTheSame() throws SQLException {
    try (Connection connection = database.getConnection()) {
      assertThat(rollups.retract(connection, BOTH)).isEqualTo(16);
      assertThat(RecountFactory.create(database).mismatches())
          .as("the facts are still there")
          .isEqualTo(16);
      assertThat(CountedRows.all(database)).as("rows that tell what was there").isEmpty();
      rollups.add(connection, BOTH);
    }
    assertCounted();
  }

  @Test
  void whatOthersHaveStaysWhenOneIsTakenBack() throws SQLException {
    try (Connection connection = database.getConnection()) {
      rollups.retract(connection, List.of(ONE));
    }
    assertThat(rows("submission")).containsExactly("(W01,2026-10-05,4,other,1,0,0)");
    assertThat(rows("comment")).isEmpty();
    assertThat(rows("band")).containsExactly("(W01,2026-10-05,ageBand,85+,1,1,0,0,0,0,0,0)");
  }

  /** Before rows of nothing went with what they had counted. */
  @Test
  void rowsOfNothingFromBeforeAreRemoved() throws SQLException {
    emptyDatabase();
    Flyway.configure().dataSource(database).target("6").load().migrate();
    execute(FACTS);
    Flyway.configure().dataSource(database).target("13").load().migrate();
    for (Rollup rollup : Rollup.ALL) {
      leaveRowsOfNothing(rollup);
    }
    Flyway.configure().dataSource(database).load().migrate();
    assertCounted();
  }

  /** As of a ward whose feedback was all taken back. */
  private void leaveRowsOfNothing(Rollup rollup) throws SQLException {
    execute(
        "insert into %s select %s, %s from %s"
            .formatted(
                rollup.table(),
                rollup.keys().stream()
                    .map(key -> key.equals("ward_id") ? "'W02'" : key)
                    .collect(Collectors.joining(", ")),
                rollup.values().stream().map(value -> "0").collect(Collectors.joining(", ")),
                rollup.table()));
  }

  @Test
  void aRebuildGivesTheSame() throws SQLException {
    for (Rollup rollup : Rollup.ALL) {
      execute("delete from " + rollup.table());
    }
    RecountFactory.create(database).rebuild();
    assertCounted();
  }

  private void assertCounted() throws SQLException {
    // ward, day, rating, mode: submissions, with content, with a shortfall
    assertThat(rows("submission"))
        .containsExactly("(W01,2026-10-05,2,online,1,1,1)", "(W01,2026-10-05,4,other,1,0,0)");
    // question, language: comments, with content, withheld, unsure, with a shortfall
    assertThat(rows("comment"))
        .containsExactly(
            "(W01,2026-10-05,good,und,1,0,0,0,0)",
            "(W01,2026-10-05,improve,en,1,1,0,0,1)",
            "(W01,2026-10-05,improve,pl,1,1,1,1,1)");
    assertThat(rows("theme"))
        .containsExactly(
            "(W01,2026-10-05,good,general,no-content,\"\",1)",
            "(W01,2026-10-05,improve,compassion,being-heard,absent,2)",
            "(W01,2026-10-05,improve,compassion,being-heard,present,1)",
            "(W01,2026-10-05,improve,compassion,seen-as-a-person,absent,1)",
            "(W01,2026-10-05,improve,practical,food-and-drink,negative,1)");
    // Comments, not tags: the first has two shortfalls of this pillar and counts once.
    assertThat(rows("pillar"))
        .containsExactly(
            "(W01,2026-10-05,improve,Attending,absent,2)",
            "(W01,2026-10-05,improve,Attending,present,1)");
    // submissions, rated, positive, with content, with a shortfall; comments, … with content, … a
    // shortfall
    assertThat(rows("band"))
        .containsExactly(
            "(W01,2026-10-05,ageBand,85+,2,2,1,1,1,3,2,2)",
            "(W01,2026-10-05,sex,not-said,1,1,1,1,1,3,2,2)");
    assertThat(rows("band_pillar"))
        .containsExactly(
            "(W01,2026-10-05,ageBand,85+,Attending,2)",
            "(W01,2026-10-05,sex,not-said,Attending,2)");
    assertThat(RecountFactory.create(database).mismatches()).isZero();
  }

  @Test
  void oldTagsHaveThePillarsOfTheTaxonomy() throws SQLException {
    Flyway.configure().dataSource(database).cleanDisabled(false).load().clean();
    Flyway.configure().dataSource(database).target("6").load().migrate();
    execute(FACTS.substring(0, FACTS.indexOf("insert into comment_tag")));
    execute(
        Themes.all().stream()
            .map(theme -> "('%s', '%s')".formatted(theme.layer().code(), theme.code()))
            .collect(
                Collectors.joining(
                    ", ",
                    """
                    insert into comment_tag (submission_id, n, layer, theme, polarity, confidence,
                                             evidence_start, evidence_end, ward_id, counted_on)
                    select '00000000-0000-0000-0000-000000000001', 1, layer, theme, '', 1, 0, 1, 'W01',
                           '2026-10-05'
                    from (values
                    """,
                    ") as t (layer, theme)")));
    Flyway.configure().dataSource(database).load().migrate();

    execute("create view told as select theme, pillar from comment_tag");
    assertThat(CountedRows.of(database, "told"))
        .containsExactlyInAnyOrderElementsOf(
            Themes.all().stream()
                .map(
                    theme ->
                        "(%s,%s)"
                            .formatted(theme.code(), theme.pillar() == null ? "" : theme.pillar()))
                .toList());
  }

  @Test
  void anErrorInAnyRollupIsFound() throws SQLException {
    for (Rollup rollup : Rollup.ALL) {
      for (String value : rollup.values()) {
        execute("update %s set %s = %s + 1".formatted(rollup.table(), value, value));
        long rows = CountedRows.of(database, rollup.table()).size();
        Recounted found = compare();
        assertThat(found.differing()).as("%s of %s", value, rollup).isEqualTo(rows);
        assertThat(found.differences())
            .containsExactly(
                new Recounted.Difference(
                    rollup.name(), "W01", java.time.LocalDate.of(2026, 10, 5), rows));
        execute("update %s set %s = %s - 1".formatted(rollup.table(), value, value));
      }
      execute("delete from " + rollup.table());
      assertThat(compare().differing()).as("missing from %s", rollup).isPositive();
      RecountFactory.create(database).rebuild();
      leaveRowsOfNothing(rollup);
      assertThat(compare().differing()).as("rows of nothing in %s", rollup).isPositive();
      RecountFactory.create(database).rebuild();
    }
    assertThat(compare().differing()).isZero();
  }

  @Test
  void soManyWardDaysAreNamedAndAllAreCounted() throws SQLException {
    execute(
        """
        insert into rollup_pillar
        select 'W' || w, date '2026-01-01' + d, 'good', 'Helping', 'absent', 1
        from generate_series(2, 4) w, generate_series(1, 5) d
        """);
    try (Connection connection = database.getConnection()) {
      Recounted found = RecountFactory.create(database).compare(connection, 7);
      assertThat(found.differing()).isEqualTo(15);
      assertThat(found.differences()).hasSize(7);
      assertThat(found.rollups())
          .contains(new Recounted.Rows("pillar", 17, 15))
          .contains(new Recounted.Rows("theme", 5, 0));
    }
  }

  private Recounted compare() throws SQLException {
    try (Connection connection = database.getConnection()) {
      return RecountFactory.create(database).compare(connection, 10);
    }
  }

  private List<String> rows(String rollup) throws SQLException {
    return CountedRows.of(database, "rollup_" + rollup);
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

package org.heard.analytics.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.heard.embedded.PostgresServer;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** V12, on a database in which a person has added a tag, and bands came after retention. */
class PillarsMigrationIT {
  private static final String FACTS =
      """
      insert into submission (id, version, ward_id, organisation_id, counted_on, rating, mode,
                              demographics, erased_reason) values
        ('00000000-0000-0000-0000-000000000001', 1, 'W01', 'O01', '2026-10-05', 1, 'online',
         '{"sex": "female"}', null),
        ('00000000-0000-0000-0000-000000000002', 1, 'W01', 'O01', '2026-10-05', 1, 'online',
         '{"sex": "male"}', 'retention');
      insert into comment (submission_id, n, ward_id, counted_on, shuffle, question, text, language,
                           with_content, severity, alerts, model_version) values
        ('00000000-0000-0000-0000-000000000001', 1, 'W01', '2026-10-05', 0, 'improve',
         'Be kinder.', 'en', true, 'none', '{}', '1');
      insert into comment_tag (submission_id, n, layer, theme, polarity, confidence,
                               evidence_start, evidence_end, ward_id, counted_on, source) values
        ('00000000-0000-0000-0000-000000000001', 1, 'compassion', 'dignity-and-respect', 'absent',
         1, 0, 9, 'W01', '2026-10-05', 'person'),
        ('00000000-0000-0000-0000-000000000001', 1, 'practical', 'food-and-drink', 'negative',
         1, 0, 9, 'W01', '2026-10-05', 'person');
      """;

  private final PGSimpleDataSource database = new PGSimpleDataSource();

  @Test
  void whatWasCountedWithoutThemIsCountedAnew() throws SQLException {
    try (PostgresServer postgres = PostgresServer.temporary()) {
      postgres.database("old", "old");
      database.setUrl(postgres.jdbcUrl("old"));
      database.setUser("old");
      database.setPassword("old");
      Flyway.configure().dataSource(database).target("11").load().migrate();
      execute(FACTS);
      RecountFactory.create(database).rebuild();
      assertThat(CountedRows.all(database))
          .noneMatch(row -> row.contains("Dignifying"))
          .anyMatch(row -> row.contains("sex,male"));

      Flyway.configure().dataSource(database).load().migrate();

      assertThat(RecountFactory.create(database).mismatches()).isZero();
      assertThat(CountedRows.all(database))
          .contains(
              "(W01,2026-10-05,improve,Dignifying,absent,1)",
              "(W01,2026-10-05,sex,female,Dignifying,1)")
          .noneMatch(row -> row.contains("sex,male"));
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

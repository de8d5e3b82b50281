package org.heard.analytics.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.heard.embedded.PostgresServer;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** V13, on a database in which events are parked that did not say whose words they are. */
class ParkedMigrationIT {
  private static final String PARKED =
      """
      insert into parked (cluster_id, topic, partition, record_offset, headers, reason) values
        ('c', 'feedback.submitted', 0, 1,
         '{"ce_type":"t","ce_subject":"00000000-0000-4000-8000-00000000000a","other":"\\u0000"}', 'INVALID'),
        ('c', 'feedback.submitted', 0, 2, '{"ce_subject":"nonsense"}', 'INVALID'),
        ('c', 'feedback.submitted', 0, 3, '{}', 'UNREADABLE'),
        ('c', 'feedback.submitted', 0, 4,
         '{"x":"\\"ce_subject\\":\\"00000000-0000-4000-8000-00000000000b\\""}', 'INVALID'),
        ('c', 'feedback.erased', 0, 5,
         '{"ce_subject":"00000000-0000-4000-8000-00000000000c"}', 'UNKNOWN_VERSION')
      """;

  private final PGSimpleDataSource database = new PGSimpleDataSource();

  @Test
  void theirHeadersSayIt() throws SQLException {
    try (PostgresServer postgres = PostgresServer.temporary()) {
      postgres.database("old", "old");
      database.setUrl(postgres.jdbcUrl("old"));
      database.setUser("old");
      database.setPassword("old");
      Flyway.configure().dataSource(database).target("12").load().migrate();
      execute(PARKED);

      Flyway.configure().dataSource(database).load().migrate();

      assertThat(known()).containsExactly("1: 00000000-0000-4000-8000-00000000000a");
    }
  }

  private List<String> known() throws SQLException {
    List<String> known = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select record_offset || ': ' || submission_id from parked"
                    + " where submission_id is not null")) {
      while (row.next()) {
        known.add(row.getString(1));
      }
    }
    return known;
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

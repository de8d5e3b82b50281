package org.heard.feedback.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.heard.feedback.Backends;
import org.junit.jupiter.api.Test;

/** Rows of before there was an end for them: what becomes of them, and when they may go. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class EndsMigrationIT {
  private static final String SCHEMA = "before_the_ends";

  /** Submission 1 has words that are sealed, 2 has none any more, 3 was taken back. */
  private static final String ROWS =
      """
      INSERT INTO device (id, name, kind, organisation_id, created_at)
        VALUES (id(0), 'day room', 'importer', 'O01', now());
      INSERT INTO device_key (id, device_id, key_hash, created_at, revoked_at, quarantined)
        VALUES (id(1), id(0), '\\x01', now(), now(), 3), (id(2), id(0), '\\x02', now(), now(), 1),
          (id(3), id(0), '\\x03', now(), now(), 1);
      INSERT INTO submission
        (id, content_mac, device_id, version, organisation_id, site_id, ward_id, answers, channel, mode, consent_to_publish,
         receipt_hash, authored_at, received_at, counted_at, redaction_version, erased_at, erased_reason)
        SELECT id(n), CASE WHEN n < 3 THEN '\\x0a'::bytea END, id(0), 1, 'O01', 'S01', 'W01', '[]', 'web', 'online', false,
          '', now(), now(), now(), 'x', CASE WHEN n = 3 THEN now() END, CASE WHEN n = 3 THEN 'receipt' END
        FROM generate_series(1, 3) n;
      INSERT INTO sealed VALUES (id(1), 'answers', 'k', '');
      -- The same as submission 1, other words under the id of 2, one of 3, and one that is nobody else's.
      INSERT INTO quarantine (id, device_key_id, device_id, content_mac, received_at, sealed_with, sealed)
        VALUES (id(1), id(1), id(0), '\\x0a', now(), 'k', ''), (id(2), id(2), id(0), '\\x0b', now(), 'k', ''),
          (id(3), id(1), id(0), '\\x0c', now(), 'k', ''), (id(4), id(1), id(0), '\\x0d', now(), 'k', '');
      -- A count that says too little, as a fault may leave one.
      UPDATE device_key SET quarantined = 0 WHERE id = id(3);
      INSERT INTO submission
        (id, content_mac, device_id, version, organisation_id, site_id, ward_id, answers, channel, mode, consent_to_publish,
         receipt_hash, authored_at, received_at, counted_at, redaction_version)
        VALUES (id(5), '\\x0e', id(0), 1, 'O01', 'S01', 'W01', '[]', 'web', 'online', false, '', now(), now(), now(), 'x');
      INSERT INTO quarantine (id, device_key_id, device_id, content_mac, received_at, sealed_with, sealed)
        VALUES (id(5), id(3), id(0), '\\x0e', now(), 'k', '');
      -- Read on a day ago, a little less than a year, and a little more.
      INSERT INTO raw_access SELECT id(n), id(1 + n % 2), 'O01', 'a', 'pals', 'x', 'k', '', at, at FROM age;
      INSERT INTO raw_reading SELECT id(n), id(n), 'x', at FROM age;
      INSERT INTO raw_access_seen SELECT id(n), 'y', now() FROM age;
      INSERT INTO name_reading SELECT id(n), id(1), 'O01', 'W01', 'x', '{}', at FROM age;
      -- One that began and counted, one that began twice, and one that has only begun.
      INSERT INTO import_run
        (organisation_id, name, default_ward, digest, options, turn, began_at, last_at, records, accepted)
        VALUES ('O01', 'a', '', 'd', '', id(0), '2026-10-05', '2026-10-06', 2, 2),
          ('O01', 'b', '', 'd', '', id(0), '2026-10-05', '2026-10-06', 0, 0),
          ('O01', 'c', '', 'd', '', id(0), '2026-10-05', '2026-10-05', 0, 0);
      """;

  private static final String HELP =
      """
      CREATE FUNCTION id(n integer) RETURNS uuid LANGUAGE sql IMMUTABLE
        AS $$ SELECT ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid $$;
      CREATE VIEW age (n, at) AS
        VALUES (1, now() - interval '1 day'), (2, now() - interval '1 year' + interval '1 hour'),
          (3, now() - interval '1 year' - interval '1 hour');
      """;

  @Inject AgroalDataSource database;

  @Test
  void areRightAndTheirEndsCome() throws SQLException {
    migrate("11");
    execute(HELP);
    execute(ROWS);
    migrate("latest");

    assertThat(text("SELECT string_agg(right(id::text, 1), ',' ORDER BY id) FROM quarantine"))
        .as("put aside still: other words, and what is nobody else's")
        .isEqualTo("2,4");
    assertThat(text("SELECT string_agg(quarantined::text, ',' ORDER BY id) FROM device_key"))
        .as("counted")
        .isEqualTo("1,1,0");
    assertThat(text("SELECT count(*)::text FROM quarantine WHERE receipt_hash IS NOT NULL"))
        .isEqualTo("0");
    assertThat(
            text(
                "SELECT string_agg(right(id::text, 1) || (reason IS NULL), ',' ORDER BY id)"
                    + " FROM raw_access"))
        .as("reasons end with what is sealed")
        .isEqualTo("1true,2false,3true");
    assertThat(
            text(
                "SELECT string_agg(name || coalesce(first_stored_at::date::text, ''), ',' ORDER BY"
                    + " name) FROM import_run"))
        .as("whose names these are")
        .isEqualTo("a2026-10-05,b2026-10-06,c");
    requireThatRecordsEndOnceAYearIsOver();
  }

  private void requireThatRecordsEndOnceAYearIsOver() throws SQLException {
    for (String young : new String[] {"1", "2"}) {
      for (String table : new String[] {"name_reading", "raw_reading", "raw_access_seen"}) {
        String id = table.equals("raw_access_seen") ? "access_id" : "id";
        assertThatThrownBy(
                () -> execute("DELETE FROM " + table + " WHERE " + id + " = id(" + young + ")"))
            .as(table + " " + young)
            .hasMessageContaining("stay as they are");
      }
      assertThatThrownBy(() -> execute("DELETE FROM raw_access WHERE id = id(" + young + ")"))
          .hasMessageContaining("stay as they are");
    }
    execute(
        "DELETE FROM raw_access_seen WHERE access_id = id(3);"
            + " DELETE FROM raw_reading WHERE access_id = id(3);"
            + " DELETE FROM raw_access WHERE id = id(3);"
            + " DELETE FROM name_reading WHERE id = id(3)");
    assertThat(text("SELECT count(*)::text FROM raw_access")).isEqualTo("2");
  }

  private void execute(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("SET search_path TO before_the_ends");
      try {
        statement.execute(sql);
      } finally {
        statement.execute("RESET search_path");
      }
    }
  }

  private String text(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("SET search_path TO before_the_ends");
      try (var row = statement.executeQuery(sql)) {
        row.next();
        return row.getString(1);
      } finally {
        statement.execute("RESET search_path");
      }
    }
  }

  private void migrate(String version) {
    Flyway.configure()
        .dataSource(database)
        .schemas(SCHEMA)
        .locations("db/migration")
        .target(version)
        .load()
        .migrate();
  }
}

package org.heard.feedback.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.heard.feedback.Backends;
import org.junit.jupiter.api.Test;

/** Wards that were there before they had form codes. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class FormCodeMigrationIT {
  private static final String SCHEMA = "before_form_codes";
  private static final String WARDS =
      "INSERT INTO before_form_codes.directory_unit"
          + " (kind, id, version, name, organisation_id, site_id, changed_at)"
          + " SELECT kind, kind || n, 1, 'x', 'O01', 'S01', now()"
          + " FROM generate_series(1, 300) n, unnest(ARRAY['ward', 'site']) kind";

  @Inject AgroalDataSource database;

  @Test
  void everyWardGetsACode() throws SQLException {
    migrate("4");
    try (var connection = database.getConnection();
        var insert = connection.prepareStatement(WARDS)) {
      assertThat(insert.executeUpdate()).isEqualTo(600);
    }
    migrate("5");
    assertThat(codes("ward")).hasSize(300).doesNotHaveDuplicates().allMatch(this::isCode);
    assertThat(codes("site")).hasSize(300).containsOnlyNulls();
  }

  private boolean isCode(String code) {
    return code.equals(FormCode.canonical(code));
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

  private List<String> codes(String kind) throws SQLException {
    List<String> codes = new ArrayList<>();
    try (var connection = database.getConnection();
        var select =
            connection.prepareStatement(
                "SELECT form_code FROM before_form_codes.directory_unit WHERE kind = ?")) {
      select.setString(1, kind);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          codes.add(rows.getString(1));
        }
      }
    }
    return codes;
  }
}

package org.heard.analytics.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.heard.analytics.RealServers;
import org.junit.jupiter.api.Test;

/** The record of who read held text is kept for three years, and never for less than one. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class HeldAccessEndIT {
  @Inject DataSource database;

  private final String ward = "W-" + UUID.randomUUID();

  @Test
  void endsWhatIsOldEnough() throws SQLException {
    for (int days : new int[] {0, 1094, 1095, 1096, 1097}) {
      execute(
          "insert into held_access (what, ward_id, organisation_id, comments, subject, at) values"
              + " ('read', '%s', 'O01', '{}', 'x', now() - interval '%d days')"
                  .formatted(ward, days));
    }
    new HeldAccessEnd(database, config("P1095D"), Clock.systemUTC()).end();
    assertThat(left()).isEqualTo(2);
  }

  @Test
  void keepsItForAYearWithALeapDayAtLeast() throws SQLException {
    assertThatIllegalStateException()
        .isThrownBy(() -> new HeldAccessEnd(database, config("P365D"), Clock.systemUTC()))
        .withMessage("heard.translations.keep-access must be a year (P366D) at least");
    new HeldAccessEnd(database, config("P366D"), Clock.systemUTC()).end();
  }

  /** Two at a time, so that three take two statements. */
  private static TranslationConfig config(String keep) {
    Map<String, String> values =
        Map.of("heard.translations.keep-access", keep, "heard.translations.end-batch", "2");
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(TranslationConfig.class)
        .withSources(new PropertiesConfigSource(values, "test", 500))
        .build()
        .getConfigMapping(TranslationConfig.class);
  }

  private void execute(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private int left() throws SQLException {
    try (var connection = database.getConnection();
        var select =
            connection.prepareStatement("select count(*) from held_access where ward_id = ?")) {
      select.setString(1, ward);
      try (var row = select.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }
}

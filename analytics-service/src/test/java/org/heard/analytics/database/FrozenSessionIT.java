package org.heard.analytics.database;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.heard.analytics.RealServers;
import org.junit.jupiter.api.Test;

/** A replica that is frozen in the middle of any transaction. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
@TestProfile(FrozenSessionIT.Impatient.class)
class FrozenSessionIT {
  public static class Impatient implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("heard.database.transaction-idle", "1s");
    }
  }

  @Inject DataSource database;

  @Test
  void keepsNothingLockedForEver() throws SQLException {
    try (Connection frozen = database.getConnection();
        Connection other = database.getConnection()) {
      frozen.setAutoCommit(false);
      int session = number(frozen, "select pg_backend_pid()");
      number(frozen, "select count(*) from (select from recount for update) held");

      await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () -> number(other, "select count(*) from pg_stat_activity where pid = " + session),
              left -> left == 0);

      assertThatExceptionOfType(SQLException.class).isThrownBy(frozen::commit);
    }
  }

  private static int number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    }
  }
}

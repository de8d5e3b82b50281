package org.heard.analytics.counting;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;

/**
 * Counts by ward and day, kept in step with the facts in the transaction that changes the facts.
 * What counts is said by the views behind {@link Rollup}; here it is only added or taken back.
 */
@ApplicationScoped
public class Rollups {

  /**
   * Counts these submissions, after their facts were written.
   *
   * @return how many rows of rollups were written
   */
  public int add(Connection connection, Collection<UUID> submissions) throws SQLException {
    return shift(connection, submissions, 1);
  }

  /**
   * Takes these submissions back, before their facts are changed or deleted. Rows that count
   * nothing any more go.
   *
   * @return how many rows of rollups were written
   */
  public int retract(Connection connection, Collection<UUID> submissions) throws SQLException {
    int rows = shift(connection, submissions, -1);
    for (Rollup rollup : Rollup.ALL) {
      try (PreparedStatement statement = connection.prepareStatement(rollup.sweep())) {
        statement.setArray(1, connection.createArrayOf("uuid", submissions.toArray()));
        statement.executeUpdate();
      }
    }
    return rows;
  }

  private static int shift(Connection connection, Collection<UUID> submissions, long sign)
      throws SQLException {
    int rows = 0;
    for (Rollup rollup : Rollup.ALL) {
      try (PreparedStatement statement = connection.prepareStatement(rollup.shift())) {
        statement.setLong(1, sign);
        statement.setArray(2, connection.createArrayOf("uuid", submissions.toArray()));
        rows += statement.executeUpdate();
      }
    }
    return rows;
  }
}

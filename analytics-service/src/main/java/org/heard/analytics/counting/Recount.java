package org.heard.analytics.counting;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Counts everything anew from the facts, to compare with the rollups or to replace them. */
@ApplicationScoped
public class Recount {
  /** A ward at a time, so that no statement is long; the others come by the same index. */
  private static final String WARDS =
      Rollup.ALL.stream()
          .map(rollup -> " union select ward_id from " + rollup.table())
          .collect(
              Collectors.joining(
                  "", "select ward_id from submission union select ward_id from comment", ""));

  private static final String LOCK =
      Rollup.ALL.stream()
          .map(Rollup::table)
          .collect(Collectors.joining(", ", "lock table ", " in exclusive mode"));

  private final DataSource database;

  Recount(DataSource database) {
    this.database = database;
  }

  private interface Work<T> {
    T in(Connection connection) throws SQLException;
  }

  /** How many rollup rows differ from the facts, at one moment; 0 unless something is broken. */
  public long mismatches() throws SQLException {
    try (Connection connection = database.getConnection()) {
      return compare(connection, 0).differing();
    }
  }

  /** Replaces the rollups by what the facts say, all at once. */
  public void rebuild() throws SQLException {
    try (Connection connection = database.getConnection()) {
      rebuild(connection);
    }
  }

  /**
   * Compares all rollups with the facts of one moment, in a transaction of its own.
   *
   * @param limit how many ward-days that differ are named
   */
  Recounted compare(Connection connection, int limit) throws SQLException {
    return transaction(
        connection, Connection.TRANSACTION_REPEATABLE_READ, open -> compareAll(open, limit));
  }

  /** Replaces all rollups, in a transaction of its own. */
  void rebuild(Connection connection) throws SQLException {
    transaction(
        connection,
        Connection.TRANSACTION_READ_COMMITTED,
        open -> {
          rebuildAll(open);
          return null;
        });
  }

  private static Recounted compareAll(Connection connection, int limit) throws SQLException {
    Map<String, Recounted.Rows> sums = new LinkedHashMap<>();
    List<Recounted.Difference> differences = new ArrayList<>();
    for (String ward : wards(connection)) {
      for (Rollup rollup : Rollup.ALL) {
        int room = limit - differences.size();
        Recounted found = compare(connection, rollup, ward, room);
        found.rollups().forEach(rows -> sums.merge(rollup.name(), rows, Recounted.Rows::plus));
        differences.addAll(found.differences());
      }
    }
    return new Recounted(List.copyOf(sums.values()), differences);
  }

  private static Recounted compare(Connection connection, Rollup rollup, String ward, int limit)
      throws SQLException {
    List<Recounted.Rows> all = new ArrayList<>();
    List<Recounted.Difference> days = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(rollup.compare())) {
      select.setString(1, ward);
      select.setString(2, ward);
      select.setInt(3, limit);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          LocalDate day = row.getObject("day", LocalDate.class);
          long differing = row.getLong("differing");
          if (day == null) {
            all.add(new Recounted.Rows(rollup.name(), row.getLong("compared"), differing));
          } else {
            days.add(new Recounted.Difference(rollup.name(), ward, day, differing));
          }
        }
      }
    }
    return new Recounted(all, days);
  }

  private static void rebuildAll(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      // Waits for batches under way and keeps new ones waiting; readers go on.
      statement.execute(LOCK);
      for (Rollup rollup : Rollup.ALL) {
        statement.execute(rollup.clear());
      }
    }
    for (String ward : wards(connection)) {
      for (Rollup rollup : Rollup.ALL) {
        try (PreparedStatement fill = connection.prepareStatement(rollup.fill())) {
          fill.setString(1, ward);
          fill.executeUpdate();
        }
      }
    }
  }

  private static List<String> wards(Connection connection) throws SQLException {
    List<String> wards = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(WARDS)) {
      while (row.next()) {
        wards.add(row.getString(1));
      }
    }
    return wards;
  }

  private static <T> T transaction(Connection connection, int isolation, Work<T> work)
      throws SQLException {
    connection.setTransactionIsolation(isolation);
    connection.setAutoCommit(false);
    boolean done = false;
    try {
      T result = work.in(connection);
      connection.commit();
      done = true;
      return result;
    } finally {
      if (!done) {
        connection.rollback();
      }
      connection.setAutoCommit(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    }
  }
}

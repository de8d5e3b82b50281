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
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.heard.analytics.database.Transaction;

/** Counts everything anew from the facts, to compare with the rollups or to replace them. */
@ApplicationScoped
public class Recount {
  /** Every ward, found from one to the next by indexes that begin with it, whatever there is. */
  private static final String WARDS =
      Stream.concat(Stream.of("submission", "comment"), Rollup.ALL.stream().map(Rollup::table))
          .map(Recount::wardsOf)
          .collect(Collectors.joining(" union "));

  private static final String LOCK =
      Rollup.ALL.stream()
          .map(Rollup::table)
          .collect(Collectors.joining(", ", "lock table ", " in exclusive mode"));

  private final DataSource database;
  private final RecountConfig config;

  Recount(DataSource database, RecountConfig config) {
    this.database = database;
    this.config = config;
  }

  private static String wardsOf(String table) {
    return """
    (with recursive w as (
       (select ward_id from %1$s order by ward_id limit 1)
       union all
       select (select t.ward_id from %1$s t where t.ward_id > w.ward_id order by t.ward_id limit 1)
       from w where w.ward_id is not null
     ) select ward_id from w where ward_id is not null)
    """
        .formatted(table);
  }

  /** How many rollup rows differ from the facts; 0 unless something is broken. */
  public long mismatches() throws SQLException {
    try (Connection connection = database.getConnection()) {
      return compare(connection, 0).differing();
    }
  }

  /** Replaces what differs in the rollups by what the facts say; tells how many rows did. */
  public long rebuild() throws SQLException {
    try (Connection connection = database.getConnection()) {
      return rebuild(connection);
    }
  }

  /**
   * Compares all rollups with the facts, each ward with those of one moment: no row of a rollup is
   * of two wards, so nothing that is committed in between can look like a difference.
   *
   * @param limit how many ward-days that differ are named
   */
  Recounted compare(Connection connection, int limit) throws SQLException {
    Map<String, Recounted.Rows> sums = new LinkedHashMap<>();
    List<Recounted.Difference> differences = new ArrayList<>();
    for (String ward : wards(connection)) {
      Recounted found = compare(connection, ward, limit - differences.size());
      found.rollups().forEach(rows -> sums.merge(rows.rollup(), rows, Recounted.Rows::plus));
      differences.addAll(found.differences());
    }
    return new Recounted(List.copyOf(sums.values()), differences);
  }

  /**
   * Replaces the rollups of every ward that differs, a ward a transaction: writers wait for no more
   * than one.
   *
   * @return how many rows differed
   */
  long rebuild(Connection connection) throws SQLException {
    long differing = 0;
    for (String ward : wards(connection)) {
      long found = compare(connection, ward, 0).differing();
      if (found > 0) {
        transaction(connection, Connection.TRANSACTION_READ_COMMITTED, open -> fill(open, ward));
      }
      differing += found;
    }
    return differing;
  }

  private Recounted compare(Connection connection, String ward, int limit) throws SQLException {
    return transaction(
        connection,
        Connection.TRANSACTION_REPEATABLE_READ,
        open -> {
          List<Recounted.Rows> rows = new ArrayList<>();
          List<Recounted.Difference> differences = new ArrayList<>();
          for (Rollup rollup : Rollup.ALL) {
            Recounted found = compare(open, rollup, ward, limit - differences.size());
            rows.addAll(found.rollups());
            differences.addAll(found.differences());
          }
          return new Recounted(rows, differences);
        });
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

  private static Void fill(Connection connection, String ward) throws SQLException {
    try (Statement lock = connection.createStatement()) {
      // Waits for batches under way and keeps new ones waiting; readers go on.
      lock.execute(LOCK);
    }
    for (Rollup rollup : Rollup.ALL) {
      for (String step : List.of(rollup.clear(), rollup.fill())) {
        try (PreparedStatement statement = connection.prepareStatement(step)) {
          statement.setString(1, ward);
          statement.executeUpdate();
        }
      }
    }
    return null;
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

  /** A large ward takes longer than a request may: such a transaction has a limit of its own. */
  private <T> T transaction(
      Connection connection, int isolation, Transaction.Work<T, RuntimeException> work)
      throws SQLException {
    int patience = connection.getNetworkTimeout();
    long limit = config.wardTimeout().toMillis();
    connection.setNetworkTimeout(Runnable::run, Math.toIntExact(limit + patience));
    try {
      return Transaction.run(
          connection,
          isolation,
          open -> {
            try (Statement bound = open.createStatement()) {
              bound.execute("set local statement_timeout = " + limit);
            }
            return work.in(open);
          });
    } finally {
      connection.setNetworkTimeout(Runnable::run, patience);
    }
  }
}

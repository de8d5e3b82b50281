package org.heard.analytics.counting;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.heard.analytics.problem.ErrorCode;
import org.heard.analytics.problem.ProblemException;
import org.jboss.logging.Logger;

/**
 * Recounts beside everything else, one at a time on all replicas, and reports what was found. The
 * connection that recounts holds the lock, so a replica that dies lets go of it.
 */
@ApplicationScoped
class RecountRuns {
  private static final Logger LOG = Logger.getLogger(RecountRuns.class);

  /** A name for the advisory lock; nothing else here uses one of a single number. */
  static final long LOCK = 0x72_65_63_6F_75_6E_74L;

  private final DataSource database;
  private final Recount recount;
  private final RecountReports reports;
  private final RecountList list;
  private final RecountMeters meters;
  private final RecountConfig config;
  private final Clock clock;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(run -> new Thread(run, "recount"));

  RecountRuns(
      DataSource database,
      Recount recount,
      RecountReports reports,
      RecountList list,
      RecountMeters meters,
      RecountConfig config,
      Clock clock) {
    this.database = database;
    this.recount = recount;
    this.reports = reports;
    this.list = list;
    this.meters = meters;
    this.config = config;
    this.clock = clock;
  }

  void stop(@Observes ShutdownEvent shutdown) {
    thread.shutdownNow();
  }

  /**
   * Starts a recount, or answers with the one that runs.
   *
   * @param organisations whose ward-days are shown
   * @throws ProblemException {@code RECOUNT_RUNNING} if one runs that will not rebuild as asked
   */
  RecountView start(boolean rebuild, List<String> organisations) throws SQLException {
    Connection connection = database.getConnection();
    boolean handedOver = false;
    boolean locked = false;
    try {
      locked = said(connection, "select pg_try_advisory_lock(?)");
      if (!locked) {
        return running(connection, rebuild, organisations);
      }
      long id = reports.begin(connection, rebuild, clock.instant());
      RecountView begun = list.latest(connection, organisations).orElseThrow();
      thread.execute(() -> run(connection, id, rebuild));
      handedOver = true;
      return begun;
    } finally {
      if (!handedOver) {
        release(connection, locked);
      }
    }
  }

  /**
   * Recounts while its caller waits, unless one runs elsewhere.
   *
   * @throws SQLException where it failed, which its report says
   */
  void finish(boolean rebuild) throws SQLException {
    Connection connection = database.getConnection();
    boolean locked = false;
    try {
      locked = said(connection, "select pg_try_advisory_lock(?)");
      if (locked) {
        count(connection, reports.begin(connection, rebuild, clock.instant()), rebuild);
      } else {
        LOG.warn("no recount at this start: another runs");
      }
    } finally {
      release(connection, locked);
    }
  }

  private RecountView running(Connection connection, boolean rebuild, List<String> organisations)
      throws SQLException {
    return list.latest(connection, organisations)
        // The lock is held for a moment before there is a report, and after it has ended.
        .filter(latest -> latest.state().equals("running"))
        .filter(latest -> latest.rebuild() || !rebuild)
        .orElseThrow(
            () ->
                new ProblemException(
                    ErrorCode.RECOUNT_RUNNING, "Another recount runs; ask again after it."));
  }

  private void run(Connection connection, long id, boolean rebuild) {
    try {
      count(connection, id, rebuild);
    } catch (SQLException | RuntimeException told) {
      LOG.debugf("recount %d has ended", id);
    } finally {
      release(connection, true);
    }
  }

  private void count(Connection connection, long id, boolean rebuild) throws SQLException {
    try {
      Recounted found = recount.compare(connection, config.reportLimit());
      report(id, found);
      if (rebuild) {
        recount.rebuild(connection);
        LOG.infof("recount %d: rollups rebuilt", id);
      }
      reports.finish(connection, id, found, clock.instant());
      measure(connection);
    } catch (SQLException | RuntimeException failed) {
      String state = failed instanceof SQLException sql ? sql.getSQLState() : "none";
      LOG.errorf("recount %d failed: %s, SQLSTATE %s", id, failed.getClass().getName(), state);
      fail(id);
      throw failed;
    }
  }

  private static void report(long id, Recounted found) {
    if (found.differing() == 0) {
      LOG.infof("recount %d: rollups agree with the facts", id);
      return;
    }
    String where =
        found.differences().stream()
            .findFirst()
            .map(first -> "ward %s on %s".formatted(first.wardId(), first.day()))
            .orElse("no ward-day");
    LOG.errorf(
        "recount %d: %d rollup rows differ from the facts, first %s; have them rebuilt",
        id, found.differing(), where);
  }

  private void fail(long id) {
    try (Connection connection = database.getConnection()) {
      reports.fail(connection, id, clock.instant());
    } catch (SQLException away) {
      LOG.warnf("recount %d stays without an end in its report: the database is away", id);
    }
  }

  /** Shows what the last recount found, wherever it ran. */
  void measure() throws SQLException {
    try (Connection connection = database.getConnection()) {
      measure(connection);
    }
  }

  private void measure(Connection connection) throws SQLException {
    meters.mismatched(reports.differing(connection));
  }

  private static void release(Connection connection, boolean locked) {
    try (connection) {
      if (locked) {
        said(connection, "select pg_advisory_unlock(?)");
      }
    } catch (SQLException broken) {
      // The lock has gone with it.
      LOG.debug("a connection broke");
    }
  }

  private static boolean said(Connection connection, String sql) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, LOCK);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }
}

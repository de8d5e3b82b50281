package org.heard.analytics.correction;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.heard.analytics.access.Caller;
import org.heard.analytics.comment.AcceptedCorrections;
import org.heard.analytics.comment.CommentStore;
import org.heard.analytics.counting.Rollups;
import org.heard.analytics.database.Transaction;
import org.heard.analytics.problem.ErrorCode;
import org.heard.analytics.problem.ProblemException;

/**
 * Decides a dispute: the correction, the tag and the counts change in one transaction, or nothing
 * does.
 */
@ApplicationScoped
class Deciding {
  /** What is withheld now nobody can judge, and nobody is told what was said of it. */
  private static final String FIND =
      """
      select k.*, w.site_id, w.division_ids
      from correction k
      join ward w on w.id = k.ward_id
      left join comment c on c.submission_id = k.submission_id and c.n = k.n
      where k.id = ? and w.organisation_id = any(?) and c.withheld is null
      """;

  private static final String DECIDE =
      """
      update correction set state = ?, decided_by = ?, decided_at = ? where id = ? returning *
      """;

  private final DataSource database;
  private final AcceptedCorrections accepted;
  private final Rollups rollups;
  private final Clock clock;

  Deciding(DataSource database, AcceptedCorrections accepted, Rollups rollups, Clock clock) {
    this.database = database;
    this.accepted = accepted;
    this.rollups = rollups;
    this.clock = clock;
  }

  /** A dispute, and where its ward lies. */
  private record Found(Correction correction, String siteId, List<String> divisionIds) {
    static Found of(ResultSet row) throws SQLException {
      return new Found(
          Correction.of(row),
          row.getString("site_id"),
          List.of((String[]) row.getArray("division_ids").getArray()));
    }
  }

  /**
   * The dispute as it is decided. The same decision again changes nothing.
   *
   * @throws ProblemException {@code NOT_FOUND}, {@code OWN_WARD}, {@code OWN_DISPUTE}, {@code
   *     NOT_OPEN}
   */
  Correction decide(UUID id, Correction.State decision, Caller by) throws SQLException {
    return Transaction.run(
        database,
        Connection.TRANSACTION_READ_COMMITTED,
        connection -> decide(connection, id, decision, by));
  }

  private Correction decide(Connection connection, UUID id, Correction.State decision, Caller by)
      throws SQLException {
    CommentStore.lock(connection, find(connection, id, by).correction().comment().submission());
    // As it is now that nobody else changes it.
    Found found = find(connection, id, by);
    Correction correction = found.correction();
    if (by.leads(correction.wardId(), found.siteId(), found.divisionIds())) {
      throw new ProblemException(
          ErrorCode.OWN_WARD, "Ask an analyst who does not lead this ward to decide.");
    }
    if (correction.raisedBy().equals(by.subject())) {
      throw new ProblemException(ErrorCode.OWN_DISPUTE, "Ask another analyst to decide.");
    }
    if (correction.state() == decision) {
      return correction;
    }
    if (correction.state() != Correction.State.OPEN) {
      throw new ProblemException(
          ErrorCode.NOT_OPEN, "It is " + correction.state().code() + " already.");
    }
    return write(connection, correction, decision, by);
  }

  private Correction write(
      Connection connection, Correction correction, Correction.State decision, Caller by)
      throws SQLException {
    if (decision != Correction.State.ACCEPTED) {
      return update(connection, correction, decision, by);
    }
    UUID submission = correction.comment().submission();
    rollups.retract(connection, List.of(submission));
    Correction decided = update(connection, correction, decision, by);
    accepted.apply(connection, submission);
    rollups.add(connection, List.of(submission));
    return decided;
  }

  private static Found find(Connection connection, UUID id, Caller by) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(FIND)) {
      select.setObject(1, id);
      select.setArray(2, connection.createArrayOf("text", by.organisations().toArray()));
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw new ProblemException(ErrorCode.NOT_FOUND, "No such correction.");
        }
        return Found.of(row);
      }
    }
  }

  private Correction update(
      Connection connection, Correction correction, Correction.State decision, Caller by)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(DECIDE)) {
      update.setString(1, decision.code());
      update.setString(2, by.subject());
      update.setObject(3, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
      update.setObject(4, correction.id());
      try (ResultSet row = update.executeQuery()) {
        row.next();
        return Correction.of(row);
      }
    }
  }
}

package org.heard.analytics.action;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads and writes actions and their history, in the caller's transaction. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class ActionStore {
  private static final String FIND = Action.SELECT + Action.FROM + "where a.id = ? and ward_id = ?";

  private static final String LOCK = "select 1 from action where id = ? and ward_id = ? for update";

  private static final String INSERT =
      """
      insert into action (plan, statement_by, published_at, published_status, changed_at, version,
                          ward_id, insight, created_at, id)
      values (?::jsonb, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
      """;

  private static final String UPDATE =
      """
      update action
      set plan = ?::jsonb, statement_by = ?, published_at = ?, published_status = ?, changed_at = ?,
          version = ?
      where id = ?
      """;

  private static final String NOTE =
      """
      insert into action_change (action_id, version, what, fields, from_status, to_status, subject,
                                 at)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String HISTORY =
      "select * from action_change where action_id = ? order by version desc limit ?";

  private final DataSource database;
  private final Clock clock;

  ActionStore(DataSource database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** An action of this ward as it is now. */
  Optional<Action> find(String wardId, UUID id) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(FIND)) {
      select.setObject(1, at(clock.instant()));
      select.setObject(2, id);
      select.setString(3, wardId);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(Action.of(row)) : Optional.empty();
      }
    }
  }

  /** The same, and nobody else changes it until the transaction ends. */
  Optional<Action> lock(String wardId, UUID id) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(LOCK)) {
      select.setObject(1, id);
      select.setString(2, wardId);
      select.execute();
    }
    return find(wardId, id);
  }

  void insert(Action action) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      bindChanging(insert, action);
      insert.setString(7, action.wardId());
      insert.setString(8, Documents.write(action.insight()));
      insert.setObject(9, at(action.createdAt()));
      insert.setObject(10, action.id());
      insert.executeUpdate();
    }
  }

  void update(Action action) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(UPDATE)) {
      bindChanging(update, action);
      update.setObject(7, action.id());
      update.executeUpdate();
    }
  }

  private static void bindChanging(PreparedStatement statement, Action action) throws SQLException {
    statement.setString(1, Documents.write(action.plan()));
    statement.setString(2, action.statementBy());
    statement.setObject(3, at(action.publishedAt()));
    statement.setString(4, action.isPublic() ? action.publishedStatus().code() : null);
    statement.setObject(5, at(action.changedAt()));
    statement.setInt(6, action.version());
  }

  /** Notes a change; what is not noted does not happen. */
  void note(UUID action, Change change) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(NOTE)) {
      insert.setObject(1, action);
      insert.setInt(2, change.version());
      insert.setString(3, change.what().code());
      insert.setArray(4, connection.createArrayOf("text", change.fields().toArray()));
      insert.setString(5, change.from());
      insert.setString(6, change.to());
      insert.setString(7, change.subject());
      insert.setObject(8, at(change.at()));
      insert.executeUpdate();
    }
  }

  /** The newest changes of an action, newest first. */
  List<Change> history(UUID action, int most) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(HISTORY)) {
      select.setObject(1, action);
      select.setInt(2, most);
      List<Change> changes = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          changes.add(Change.of(row));
        }
      }
      return changes;
    }
  }

  private static OffsetDateTime at(Instant instant) {
    return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}

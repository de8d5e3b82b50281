package org.heard.analytics.alert;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.heard.analytics.access.Caller;
import org.heard.analytics.tagging.AlertCategory;

/** Open alerts: those of comments, and of the copies that lanes keep of erased ones. */
@ApplicationScoped
class Alerts {
  private static final String OPEN =
      """
      select c.ward_id, s.received_at from comment c join submission s on s.id = c.submission_id
      where c.submission_id = ? and c.n = ? and ? = any(c.alerts) and s.organisation_id = any(?)
      union all
      select l.ward_id, l.received_at from lane_copy l
      where l.submission_id = ? and l.n = ? and ? = any(l.alerts) and l.organisation_id = any(?)
      limit 1
      """;

  private static final String OF_SUBMISSION =
      """
      select n, alerts from comment where submission_id = ? and alerts <> '{}'
      union all
      select n, alerts from lane_copy where submission_id = ?
      """;

  private static final int PARTS = 4;

  private final DataSource database;

  Alerts(DataSource database) {
    this.database = database;
  }

  /** The open alert with this id, if the caller's lanes and organisations have it. */
  Optional<AlertView> find(AlertId id, Caller caller) throws SQLException {
    Lane lane = Lane.of(id.category());
    if (!caller.lanes().contains(lane.code())) {
      return Optional.empty();
    }
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(OPEN)) {
      ask(connection, select, 0, id, caller.organisations());
      ask(connection, select, PARTS, id, caller.organisations());
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(view(row, id, lane, withheld(connection, id, caller)))
            : Optional.empty();
      }
    }
  }

  /** Answers that wait for other lanes alone: nobody of this one may read them. */
  private static List<Integer> withheld(Connection connection, AlertId id, Caller caller)
      throws SQLException {
    Map<Integer, Set<AlertCategory>> raised = new TreeMap<>();
    try (PreparedStatement select = connection.prepareStatement(OF_SUBMISSION)) {
      select.setObject(1, id.submission());
      select.setObject(2, id.submission());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Set<AlertCategory> categories =
              raised.computeIfAbsent(row.getInt(1), n -> EnumSet.noneOf(AlertCategory.class));
          for (String code : (String[]) row.getArray(2).getArray()) {
            categories.add(AlertCategory.of(code));
          }
        }
      }
    }
    return raised.entrySet().stream()
        .filter(answer -> answer.getValue().stream().anyMatch(AlertCategory::holdsBack))
        .filter(
            answer ->
                answer.getValue().stream()
                    .noneMatch(category -> caller.lanes().contains(Lane.of(category).code())))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static void ask(
      Connection connection,
      PreparedStatement select,
      int before,
      AlertId id,
      List<String> organisations)
      throws SQLException {
    select.setObject(before + 1, id.submission());
    select.setInt(before + 2, id.n());
    select.setString(before + 3, id.category().code());
    select.setArray(before + 4, connection.createArrayOf("text", organisations.toArray()));
  }

  private static AlertView view(ResultSet row, AlertId id, Lane lane, List<Integer> withheld)
      throws SQLException {
    OffsetDateTime receivedAt = row.getObject(2, OffsetDateTime.class);
    return AlertView.open(
        id, lane, row.getString(1), receivedAt == null ? null : receivedAt.toInstant(), withheld);
  }
}

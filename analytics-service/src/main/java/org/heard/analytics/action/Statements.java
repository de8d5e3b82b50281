package org.heard.analytics.action;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.heard.analytics.database.Transaction;
import org.heard.analytics.paging.Cursor;
import org.heard.analytics.paging.Page;

/** Lists what a ward has made public, the latest first; a ward that is unknown has nothing. */
@ApplicationScoped
class Statements {
  private static final String FROM =
      """
       from action a join known_ward w on w.id = a.ward_id
      where a.ward_id = ? and a.published_at is not null
      """;

  private static final String PAGE =
      """
      select a.n, a.published_at, a.published_status,
             a.plan -> 'statement' ->> 'youSaid' as you_said,
             a.plan -> 'statement' ->> 'weDid' as we_did,
             (a.published_at at time zone w.zone)::date as published_on
      """
          + FROM
          + """
               and (a.published_at, a.n) < (?, ?)
            order by a.published_at desc, a.n desc limit ?
            """;

  /** Later than any publication. */
  private static final Place FIRST = new Place(Instant.parse("9999-12-31T00:00:00Z"), 0);

  private final DataSource database;

  Statements(DataSource database) {
    this.database = database;
  }

  private record Place(Instant publishedAt, long n) {
    static Place parse(String cursor) {
      List<String> parts = Cursor.parts(cursor, 2);
      try {
        Instant at = Instant.parse(parts.get(0));
        if (at.isAfter(Instant.EPOCH) && at.isBefore(FIRST.publishedAt)) {
          return new Place(at, Long.parseLong(parts.get(1)));
        }
        throw Cursor.bad();
      } catch (DateTimeException | NumberFormatException foreign) {
        throw Cursor.bad();
      }
    }
  }

  private record Row(Place place, PublicStatement view) {}

  /**
   * One page.
   *
   * @param cursor of the page before; null for the first
   */
  Page<PublicStatement> find(String wardId, String cursor, int limit) throws SQLException {
    Place after = cursor == null ? FIRST : Place.parse(cursor);
    return Transaction.run(
        database,
        Connection.TRANSACTION_REPEATABLE_READ,
        connection ->
            Page.of(
                rows(connection, wardId, after, limit + 1),
                total(connection, wardId),
                limit,
                Row::view,
                row -> Cursor.of(row.place().publishedAt(), row.place().n())));
  }

  private static long total(Connection connection, String wardId) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement("select count(*)" + FROM)) {
      select.setString(1, wardId);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static List<Row> rows(Connection connection, String wardId, Place after, int limit)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(PAGE)) {
      select.setString(1, wardId);
      select.setObject(2, OffsetDateTime.ofInstant(after.publishedAt(), ZoneOffset.UTC));
      select.setLong(3, after.n());
      select.setInt(4, limit);
      List<Row> rows = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rows.add(row(row));
        }
      }
      return rows;
    }
  }

  private static Row row(ResultSet row) throws SQLException {
    Instant publishedAt = row.getObject("published_at", OffsetDateTime.class).toInstant();
    return new Row(
        new Place(publishedAt, row.getLong("n")),
        new PublicStatement(
            row.getString("you_said"),
            row.getString("we_did"),
            row.getString("published_status"),
            row.getObject("published_on", LocalDate.class)));
  }
}

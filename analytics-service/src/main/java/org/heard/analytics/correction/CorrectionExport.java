package org.heard.analytics.correction;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.heard.analytics.comment.CommentId;
import org.heard.analytics.comment.FoundTag;
import org.heard.analytics.comment.HeldAccess;
import org.heard.analytics.database.Transaction;

/**
 * Comments that people have decided about, as training data, a batch at a time: no more than one is
 * in memory, and who carries it away is noted before a word of it leaves.
 */
@ApplicationScoped
class CorrectionExport {
  private static final CommentId FIRST = new CommentId(new UUID(0, 0), 0);

  /** Comments with a decision; what is withheld, or has no words any more, stays. */
  private static final String BATCH =
      """
      with decided as (
        select distinct submission_id, n from correction
        where state in ('accepted', 'declined') and (submission_id, n) > (?, ?)
      )
      select c.submission_id, c.n, c.ward_id, w.organisation_id, c.question, c.rating, c.text,
             c.severity, c.alerts
      from decided join comment c using (submission_id, n) join ward w on w.id = c.ward_id
      where w.organisation_id = any(?) and c.text is not null and c.withheld is null
      order by c.submission_id, c.n limit ?
      """;

  private static final String TAGS =
      "select t.* from (%s) c join comment_tag t using (submission_id, n)".formatted(BATCH)
          + " order by submission_id, n, t.evidence_start, t.layer, t.theme, t.polarity";

  private final DataSource database;
  private final CorrectionConfig limits;
  private final Clock clock;
  private final ObjectWriter json;

  CorrectionExport(DataSource database, CorrectionConfig limits, Clock clock, ObjectMapper json) {
    this.database = database;
    this.limits = limits;
    this.clock = clock;
    this.json = json.writerFor(LabelledLine.class);
  }

  /** A place of a ward: whose organisation is told who read it. */
  private record Home(String wardId, String organisationId) {}

  private record Row(CommentId id, Home home, LabelledLine line) {}

  /** The lines of one person's export. */
  class Lines {
    private final List<String> organisations;
    private final String subject;
    private List<Row> batch;

    private Lines(List<String> organisations, String subject) throws SQLException {
      this.organisations = organisations;
      this.subject = subject;
      batch = read(FIRST);
    }

    /** Writes what was read and all that follows. */
    void writeTo(OutputStream out) throws IOException, SQLException {
      while (!batch.isEmpty()) {
        for (Row row : batch) {
          out.write(json.writeValueAsBytes(row.line()));
          out.write('\n');
        }
        out.flush();
        batch = read(batch.get(batch.size() - 1).id());
      }
    }

    private List<Row> read(CommentId after) throws SQLException {
      return Transaction.run(
          database,
          Connection.TRANSACTION_REPEATABLE_READ,
          connection -> {
            List<Row> rows = rows(connection, organisations, after, limits.exportBatch());
            note(connection, rows, subject);
            return rows;
          });
    }
  }

  /** Begins an export: its first batch is read, so that what cannot begin fails as a whole. */
  Lines begin(List<String> organisations, String subject) throws SQLException {
    return new Lines(organisations, subject);
  }

  private void note(Connection connection, List<Row> rows, String subject) throws SQLException {
    Map<Home, List<String>> homes =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    Row::home,
                    () -> new TreeMap<>(Comparator.comparing(Home::wardId)),
                    Collectors.mapping(row -> row.id().toString(), Collectors.toList())));
    for (Map.Entry<Home, List<String>> home : homes.entrySet()) {
      new HeldAccess(
              HeldAccess.EXPORT,
              home.getKey().wardId(),
              home.getKey().organisationId(),
              home.getValue(),
              subject,
              clock.instant())
          .note(connection);
    }
  }

  private static List<Row> rows(
      Connection connection, List<String> organisations, CommentId after, int limit)
      throws SQLException {
    Map<CommentId, List<FoundTag>> tags = tags(connection, organisations, after, limit);
    try (PreparedStatement select = batch(connection, BATCH, organisations, after, limit);
        ResultSet row = select.executeQuery()) {
      List<Row> rows = new ArrayList<>();
      while (row.next()) {
        CommentId id = id(row);
        Home home = new Home(row.getString("ward_id"), row.getString("organisation_id"));
        rows.add(new Row(id, home, LabelledLine.of(id, row, tags.getOrDefault(id, List.of()))));
      }
      return rows;
    }
  }

  private static Map<CommentId, List<FoundTag>> tags(
      Connection connection, List<String> organisations, CommentId after, int limit)
      throws SQLException {
    try (PreparedStatement select = batch(connection, TAGS, organisations, after, limit);
        ResultSet row = select.executeQuery()) {
      Map<CommentId, List<FoundTag>> tags = new HashMap<>();
      while (row.next()) {
        tags.computeIfAbsent(id(row), id -> new ArrayList<>()).add(FoundTag.of(row));
      }
      return tags;
    }
  }

  private static CommentId id(ResultSet row) throws SQLException {
    return new CommentId(row.getObject("submission_id", UUID.class), row.getInt("n"));
  }

  private static PreparedStatement batch(
      Connection connection, String sql, List<String> organisations, CommentId after, int limit)
      throws SQLException {
    PreparedStatement select = connection.prepareStatement(sql);
    select.setObject(1, after.submission());
    select.setInt(2, after.n());
    select.setArray(3, connection.createArrayOf("text", organisations.toArray()));
    select.setInt(4, limit);
    return select;
  }
}

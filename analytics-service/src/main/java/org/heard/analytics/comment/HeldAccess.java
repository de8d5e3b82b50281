package org.heard.analytics.comment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * That somebody read held comments, put one into other words or carried comments away as training
 * data, and never the words.
 *
 * @param what {@code read}, {@code export}, or the code of what was written
 * @param subject who it was, as the identity provider names them
 */
public record HeldAccess(
    String what,
    String wardId,
    String organisationId,
    List<String> comments,
    String subject,
    Instant at) {
  static final String READ = "read";

  /** Carried away as training data. */
  public static final String EXPORT = "export";

  /** Notes it in the transaction of what it is about: what is not noted does not happen. */
  public void note(Connection connection) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into held_access (what, ward_id, organisation_id, comments, subject, at)
            values (?, ?, ?, ?, ?, ?)
            """)) {
      insert.setString(1, what);
      insert.setString(2, wardId);
      insert.setString(3, organisationId);
      insert.setArray(4, connection.createArrayOf("text", comments.toArray()));
      insert.setString(5, subject);
      insert.setObject(6, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
      insert.executeUpdate();
    }
  }
}

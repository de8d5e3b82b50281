package org.heard.analytics.comment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.heard.analytics.directory.Ward;

/**
 * That somebody read held comments or put one into other words, and never the words.
 *
 * @param what {@code read}, or the code of what was written
 * @param subject who it was, as the identity provider names them
 */
record HeldAccess(String what, Ward ward, List<String> comments, String subject, Instant at) {
  static final String READ = "read";

  /** Notes it in the transaction of what it is about: what is not noted does not happen. */
  void note(Connection connection) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into held_access (what, ward_id, organisation_id, comments, subject, at)
            values (?, ?, ?, ?, ?, ?)
            """)) {
      insert.setString(1, what);
      insert.setString(2, ward.id());
      insert.setString(3, ward.organisationId());
      insert.setArray(4, connection.createArrayOf("text", comments.toArray()));
      insert.setString(5, subject);
      insert.setObject(6, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
      insert.executeUpdate();
    }
  }
}

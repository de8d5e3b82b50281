package org.heard.analytics.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.heard.analytics.problem.ErrorCode;
import org.heard.analytics.problem.ProblemException;

/** The organisations that exist for somebody. */
@ApplicationScoped
public class Organisations {
  private final DataSource database;

  Organisations(DataSource database) {
    this.database = database;
  }

  /** One of these organisations, else {@code UNKNOWN_ORGANISATION}, existing or not. */
  public Organisation require(String id, List<String> organisations) throws SQLException {
    if (organisations.contains(id)) {
      try (Connection connection = database.getConnection();
          PreparedStatement select =
              connection.prepareStatement("select zone from organisation where id = ?")) {
        select.setString(1, id);
        try (ResultSet row = select.executeQuery()) {
          if (row.next()) {
            return new Organisation(id, ZoneId.of(row.getString(1)));
          }
        }
      }
    }
    throw new ProblemException(
        ErrorCode.UNKNOWN_ORGANISATION, "No such organisation for this caller.");
  }
}

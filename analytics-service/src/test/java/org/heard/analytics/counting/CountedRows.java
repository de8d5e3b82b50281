package org.heard.analytics.counting;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;

/** The rows of rollups as text. */
final class CountedRows {
  private CountedRows() {}

  /** Of all rollups. */
  static List<String> all(DataSource database) throws SQLException {
    List<String> lines = new ArrayList<>();
    for (Rollup rollup : Rollup.ALL) {
      lines.addAll(of(database, rollup.table()));
    }
    Collections.sort(lines);
    return lines;
  }

  /** Of one. */
  static List<String> of(DataSource database, String table) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select r::text from " + table + " r order by r::text")) {
      List<String> lines = new ArrayList<>();
      while (row.next()) {
        lines.add(row.getString(1));
      }
      return lines;
    }
  }
}

package org.heard.suite.checker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.heard.suite.RunningSuite;

/** The databases of a running suite, read with the services' own roles. */
public final class Databases {
  private static final int POSTGRES = 4;

  private final RunningSuite suite;

  public Databases(RunningSuite suite) {
    this.suite = suite;
  }

  /** Reads one row of an answer. */
  public interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /**
   * A connection of its own to {@code feedback} or {@code analytics}; a server that is away is
   * noticed within seconds.
   */
  public Connection open(String database) throws SQLException {
    Properties settings = new Properties();
    settings.setProperty("user", database);
    settings.setProperty("password", password(database));
    settings.setProperty("connectTimeout", "3");
    settings.setProperty("socketTimeout", "20");
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + suite.port(POSTGRES) + "/" + database, settings);
  }

  /** All rows that a statement answers with. */
  public <T> List<T> query(String database, String sql, Row<T> reader, Object... parameters)
      throws SQLException {
    try (Connection connection = open(database)) {
      return query(connection, sql, reader, parameters);
    }
  }

  static <T> List<T> query(Connection connection, String sql, Row<T> reader, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        Object value = parameters[i];
        statement.setObject(
            i + 1,
            value instanceof String[] names ? connection.createArrayOf("text", names) : value);
      }
      List<T> rows = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          rows.add(reader.read(row));
        }
      }
      return rows;
    }
  }

  private String password(String database) {
    try {
      return Files.readString(suite.data("keys/" + database + ".password"));
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}

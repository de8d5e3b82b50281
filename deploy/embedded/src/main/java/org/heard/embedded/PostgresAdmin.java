package org.heard.embedded;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.util.PasswordUtil;

/** What the superuser does: roles, databases, questions about settings. */
final class PostgresAdmin {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,30}");
  private static final int TIMEOUT_SECONDS = 30;

  private final int port;
  private final String password;

  PostgresAdmin(int port, String password) {
    this.port = port;
    this.password = password;
  }

  String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  Map<String, String> durability() {
    String query =
        "SELECT name, setting FROM pg_settings"
            + " WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes')";
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      Map<String, String> settings = new TreeMap<>();
      while (rows.next()) {
        settings.put(rows.getString(1), rows.getString(2));
      }
      return settings;
    } catch (SQLException e) {
      throw new EmbeddedServerException("PostgreSQL did not answer: " + e.getMessage(), e);
    }
  }

  void database(String name, String rolePassword) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a name for a database: " + name);
    }
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + name + "'")) {
        statement.execute("CREATE ROLE " + name + " LOGIN");
      }
      // The driver hashes the password: it travels, and could be logged, only as a SCRAM verifier.
      statement.execute(
          PasswordUtil.genAlterUserPasswordSQL(name, rolePassword.toCharArray(), "scram-sha-256"));
      if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
        statement.execute("CREATE DATABASE " + name + " OWNER " + name);
      }
      for (String database : new String[] {name, "postgres", "template1"}) {
        statement.execute("REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
      }
    } catch (SQLException e) {
      throw new EmbeddedServerException("Database " + name + " not made: " + e.getMessage(), e);
    }
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  private Connection connect() throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(jdbcUrl("postgres"));
    source.setUser(PostgresServer.SUPERUSER);
    source.setPassword(password);
    source.setConnectTimeout(TIMEOUT_SECONDS);
    source.setSocketTimeout(TIMEOUT_SECONDS);
    return source.getConnection();
  }
}

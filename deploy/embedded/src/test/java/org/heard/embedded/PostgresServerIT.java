package org.heard.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerIT {

  @TempDir Path folder;

  @Test
  void runsWithTheDurabilityOfProduction() {
    try (PostgresServer server = PostgresServer.temporary()) {
      assertThat(server.durability())
          .isEqualTo(Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on"));
    }
  }

  @Test
  void keepsItsDataOverCloseAndStart() throws SQLException {
    try (PostgresServer server = PostgresServer.start(settings(0))) {
      server.database("feedback", "one");
      execute(server, "feedback", "one", "CREATE TABLE kept AS SELECT 7 AS n");
    }
    try (PostgresServer server = PostgresServer.start(settings(0))) {
      server.database("feedback", "two");
      assertThat(query(server, "feedback", "two", "SELECT n FROM kept")).isEqualTo("7");
    }
  }

  @Test
  void keepsItsDataOverSigkillAndStartsAgainOnTheSamePort() throws SQLException {
    PostgresServer killed = PostgresServer.start(settings(0));
    killed.database("feedback", "one");
    execute(killed, "feedback", "one", "CREATE TABLE kept AS SELECT 7 AS n");
    assertThat(ProcessHandle.of(killed.pid()).orElseThrow().destroyForcibly()).isTrue();
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(killed.onExit()).isCompleted());
    killed.close();
    assertThat(folder.resolve("data/cluster/postmaster.pid")).exists();

    try (PostgresServer server = PostgresServer.start(settings(killed.port()))) {
      assertThat(server.port()).isEqualTo(killed.port());
      assertThat(query(server, "feedback", "one", "SELECT n FROM kept")).isEqualTo("7");
    }
  }

  @Test
  void letsARoleIntoItsOwnDatabaseOnly() {
    try (PostgresServer server = PostgresServer.temporary()) {
      server.database("feedback", "one");
      server.database("analytics", "two");
      assertThat(query(server, "analytics", "two", "SELECT current_user")).isEqualTo("analytics");
      assertThatThrownBy(() -> query(server, "feedback", "two", "SELECT 1"))
          .hasMessageContaining("password authentication failed");
      for (String other : new String[] {"feedback", "postgres", "template1"}) {
        assertThatThrownBy(() -> connect(server, other, "analytics", "two"))
            .hasMessageContaining("permission denied for database");
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void refusesTheSuperuserWithoutItsPassword() {
    try (PostgresServer server = PostgresServer.temporary()) {
      assertThatThrownBy(() -> connect(server, "postgres", "postgres", "guess"))
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void leavesNothingBehindWhenItCannotBeAsked() throws Exception {
    PostgresServer.start(settings(0)).close();
    Path password = folder.resolve("data/superuser.password");
    String right = Files.readString(password);
    Files.writeString(password, "not-this-one");
    assertThatThrownBy(() -> PostgresServer.start(settings(0)))
        .isInstanceOf(EmbeddedServerException.class);
    assertThat(folder.resolve("data/cluster/postmaster.pid")).doesNotExist();
    Files.writeString(password, right);
    try (PostgresServer server = PostgresServer.start(settings(0))) {
      assertThat(server.durability()).containsEntry("fsync", "on");
    }
  }

  @Test
  void keepsTheSuperusersPasswordToItsOwner() throws Exception {
    try (PostgresServer server = PostgresServer.start(settings(0))) {
      assertThat(server.port()).isPositive();
      Path password = folder.resolve("data/superuser.password");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void keepsRowsAndStatementsOutOfItsLog() throws Exception {
    try (PostgresServer server = PostgresServer.start(settings(0))) {
      server.database("feedback", "canary-password");
      assertThatThrownBy(
              () ->
                  execute(
                      server,
                      "feedback",
                      "canary-password",
                      "CREATE TABLE t (c text CHECK (length(c) < 3)); INSERT INTO t VALUES"
                          + " ('canary-row')"))
          .isInstanceOf(SQLException.class);
      assertThat(Files.readString(folder.resolve("postgres.log")))
          .contains("violates check constraint")
          .doesNotContain("canary-row")
          .doesNotContain("canary-password");
    }
  }

  @Test
  void runsTwiceAtOnceButNotOnTheSameFolder() {
    try (PostgresServer one = PostgresServer.start(settings(0));
        PostgresServer two = PostgresServer.temporary()) {
      assertThat(one.port()).isNotEqualTo(two.port());
      assertThatThrownBy(() -> PostgresServer.start(settings(0)))
          .isInstanceOf(EmbeddedServerException.class)
          .hasMessageContaining("Another process uses");
    }
  }

  private PostgresServer.Settings settings(int port) {
    return new PostgresServer.Settings(
        folder.resolve("data"), port, folder.resolve("postgres.log"));
  }

  private static Connection connect(
      PostgresServer server, String database, String user, String password) throws SQLException {
    return DriverManager.getConnection(server.jdbcUrl(database), user, password);
  }

  private static void execute(PostgresServer server, String name, String password, String sql)
      throws SQLException {
    try (Connection connection = connect(server, name, name, password);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String query(PostgresServer server, String name, String password, String sql)
      throws SQLException {
    try (Connection connection = connect(server, name, name, password);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}

package org.heard.analytics.comment;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** One transaction on a connection of its own: all of it or nothing. */
public final class Transaction {

  /** What is done in it. */
  public interface Work<T> {
    T in(Connection connection) throws SQLException;
  }

  private Transaction() {}

  /** Does the work and commits it; {@code isolation} is one of {@link Connection}'s. */
  public static <T> T run(DataSource database, int isolation, Work<T> work) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setTransactionIsolation(isolation);
      connection.setAutoCommit(false);
      boolean done = false;
      try {
        T result = work.in(connection);
        connection.commit();
        done = true;
        return result;
      } finally {
        if (!done) {
          connection.rollback();
        }
        connection.setAutoCommit(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      }
    }
  }
}

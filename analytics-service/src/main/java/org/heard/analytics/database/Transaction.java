package org.heard.analytics.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** One transaction: all of it or nothing. */
public final class Transaction {

  /** What is done in it. */
  public interface Work<T, X extends Exception> {
    T in(Connection connection) throws SQLException, X;
  }

  private Transaction() {}

  /**
   * Does the work on a connection of its own and commits it; {@code isolation} is one of {@link
   * Connection}'s.
   */
  public static <T, X extends Exception> T run(DataSource database, int isolation, Work<T, X> work)
      throws SQLException, X {
    try (Connection connection = database.getConnection()) {
      return run(connection, isolation, work);
    }
  }

  /** The same on a connection that goes on afterwards, in no transaction. */
  public static <T, X extends Exception> T run(
      Connection connection, int isolation, Work<T, X> work) throws SQLException, X {
    // Asking for it costs a round trip, and connections come with the usual one.
    boolean usual = isolation == Connection.TRANSACTION_READ_COMMITTED;
    if (!usual) {
      connection.setTransactionIsolation(isolation);
    }
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
      if (!usual) {
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      }
    }
  }
}

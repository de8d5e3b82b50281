package org.heard.analytics.ingest;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A database whose connection breaks: before a statement, before the commit or behind it. */
class BreakingDatabase {
  private static final String BROKEN = "08006";

  private final DataSource database;
  private int sound = Integer.MAX_VALUE;
  private boolean broke;

  BreakingDatabase(DataSource database) {
    this.database = database;
  }

  DataSource source() {
    return wrap(DataSource.class, database);
  }

  /**
   * Breaks once so many statements and commits were sound. A commit counts twice: it is lost on the
   * way, or its answer is.
   */
  void breakAfter(int calls) {
    sound = calls;
    broke = false;
  }

  boolean broke() {
    return broke;
  }

  private <T> T wrap(Class<T> type, Object real) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              boolean commit = method.getName().equals("commit");
              if (commit || method.getName().startsWith("execute")) {
                step();
              }
              Object result;
              try {
                result = method.invoke(real, arguments);
              } catch (InvocationTargetException failed) {
                throw failed.getCause();
              }
              if (commit) {
                step();
              }
              return wrapped(result);
            }));
  }

  private Object wrapped(Object result) {
    if (result instanceof Connection) {
      return wrap(Connection.class, result);
    }
    if (result instanceof PreparedStatement) {
      return wrap(PreparedStatement.class, result);
    }
    return result instanceof Statement ? wrap(Statement.class, result) : result;
  }

  private void step() throws SQLException {
    if (!broke && sound-- <= 0) {
      broke = true;
      throw new SQLException("broken", BROKEN);
    }
  }
}

package org.heard.analytics.comment;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A growing where clause with its values; values never stand in the text. */
public class Condition {
  private final StringBuilder sql = new StringBuilder("true");
  private final List<Object> values = new ArrayList<>();

  /** And this as well; its values in the order of its question marks. */
  public Condition and(String condition, Object... parameters) {
    sql.append(" and ").append(condition);
    values.addAll(List.of(parameters));
    return this;
  }

  /** The condition with this value, or none for null. */
  Condition andIf(Object value, String condition) {
    return value == null ? this : and(condition, value);
  }

  /** There is a row of this table for which the other condition holds. */
  Condition andExists(String table, Condition other) {
    return and(
        "exists (select 1 from " + table + " where " + other.sql() + ")", other.values.toArray());
  }

  boolean hasValues() {
    return !values.isEmpty();
  }

  /** What stands behind where. */
  public String sql() {
    return sql.toString();
  }

  /** Sets the values and returns the index of the next parameter. */
  public int bind(PreparedStatement statement) throws SQLException {
    int index = 1;
    for (Object value : values) {
      statement.setObject(index++, value);
    }
    return index;
  }
}

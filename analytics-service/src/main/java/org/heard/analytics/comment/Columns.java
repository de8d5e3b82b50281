package org.heard.analytics.comment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Rows turned into one array a column, for {@code insert … select from unnest(…)}. */
class Columns<R> {

  private record Column<R>(String type, String cast, Function<R, Object> value) {}

  private final Map<String, Column<R>> columns = new LinkedHashMap<>();

  /** Adds a column; its SQL type is that of the array's elements. */
  Columns<R> with(String name, String type, Function<R, Object> value) {
    return with(name, type, type, value);
  }

  /** A column whose SQL type no array can have as its elements: sent as one type, cast to it. */
  Columns<R> with(String name, String type, String cast, Function<R, Object> value) {
    columns.put(name, new Column<>(type, cast, value));
    return this;
  }

  void insert(Connection connection, String table, List<R> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql(table))) {
      int index = 1;
      for (Column<R> column : columns.values()) {
        Object[] values = rows.stream().map(column.value()).toArray();
        statement.setArray(index++, connection.createArrayOf(column.type(), values));
      }
      statement.executeUpdate();
    }
  }

  private String sql(String table) {
    String names = String.join(", ", columns.keySet());
    String values = joined(entry -> "u." + entry.getKey() + "::" + entry.getValue().cast());
    String arrays = joined(entry -> "?::" + entry.getValue().type() + "[]");
    return "insert into %s (%s) select %s from unnest(%s) as u (%s)"
        .formatted(table, names, values, arrays, names);
  }

  private String joined(Function<Map.Entry<String, Column<R>>, String> part) {
    return columns.entrySet().stream().map(part).collect(Collectors.joining(", "));
  }
}

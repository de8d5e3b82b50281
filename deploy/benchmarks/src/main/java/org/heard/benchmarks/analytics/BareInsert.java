package org.heard.benchmarks.analytics;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The limit of applying events: {@code INSERT ... SELECT unnest} of the rows that were kept of
 * them, into tables with nothing but a primary key, a durable commit for each batch. No Kafka, no
 * JSON, no tagging, no look for repeats, no words to search, no rollups.
 */
final class BareInsert {
  private static final int BATCH = 500;

  /** One table: its columns by name and type, and all its rows as texts. */
  private record Copied(String table, List<String> names, List<String> types, List<String[]> rows) {

    String insert() {
      return "insert into bench_bare.%s (%s) select %s from unnest(%s) as u (%s)"
          .formatted(
              table,
              String.join(", ", names),
              IntStream.range(0, names.size())
                  .mapToObj(i -> "u." + names.get(i) + "::" + types.get(i))
                  .collect(Collectors.joining(", ")),
              names.stream().map(name -> "?::text[]").collect(Collectors.joining(", ")),
              String.join(", ", names));
    }
  }

  private final Database database;

  BareInsert(Database database) {
    this.database = database;
  }

  /** Submissions a second; its tables are dropped again. */
  double perSecond() throws SQLException {
    long submissions = database.number("select count(*) from submission");
    List<Copied> tables =
        List.of(
            copied("submission", "id"),
            copied("comment", "submission_id, n"),
            copied("comment_tag", "submission_id, n, layer, theme, polarity"));
    try {
      long batches = (submissions + BATCH - 1) / BATCH;
      long start = System.nanoTime();
      insert(tables, (int) batches);
      return submissions / ((System.nanoTime() - start) / 1e9);
    } finally {
      database.execute("drop schema bench_bare cascade");
    }
  }

  private void insert(List<Copied> tables, int batches) throws SQLException {
    Connection connection = database.analytics();
    connection.setAutoCommit(false);
    try {
      for (int batch = 0; batch < batches; batch++) {
        for (Copied table : tables) {
          int size = table.rows().size();
          insert(
              connection,
              table,
              table
                  .rows()
                  .subList(
                      (int) ((long) size * batch / batches),
                      (int) ((long) size * (batch + 1) / batches)));
        }
        connection.commit();
      }
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private static void insert(Connection connection, Copied table, List<String[]> rows)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(table.insert())) {
      for (int column = 0; column < table.names().size(); column++) {
        int at = column;
        Object[] values = rows.stream().map(row -> row[at]).toArray();
        insert.setArray(column + 1, connection.createArrayOf("text", values));
      }
      insert.executeUpdate();
    }
  }

  private Copied copied(String table, String key) throws SQLException {
    List<String> names = new ArrayList<>();
    List<String> types = new ArrayList<>();
    try (PreparedStatement select =
        database
            .analytics()
            .prepareStatement(
                "select attname, format_type(atttypid, atttypmod) from pg_attribute where attrelid"
                    + " = ?::regclass and attnum > 0 and not attisdropped and attgenerated = ''"
                    + " order by attnum")) {
      select.setString(1, "public." + table);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          names.add(row.getString(1));
          types.add(row.getString(2));
        }
      }
    }
    database.execute("create schema if not exists bench_bare");
    database.execute(
        "create table bench_bare.%s (%s, primary key (%s))"
            .formatted(
                table,
                IntStream.range(0, names.size())
                    .mapToObj(i -> names.get(i) + " " + types.get(i))
                    .collect(Collectors.joining(", ")),
                key));
    return new Copied(table, names, types, rows(table, names, key));
  }

  private List<String[]> rows(String table, List<String> names, String key) throws SQLException {
    List<String[]> rows = new ArrayList<>();
    String columns = names.stream().map(name -> name + "::text").collect(Collectors.joining(", "));
    try (PreparedStatement select =
            database
                .analytics()
                .prepareStatement(
                    "select %s from public.%s order by %s".formatted(columns, table, key));
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        String[] values = new String[names.size()];
        for (int i = 0; i < values.length; i++) {
          values[i] = row.getString(i + 1);
        }
        rows.add(values);
      }
    }
    return rows;
  }
}

package org.heard.feedback.vault;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Moves what other keys sealed to the first key, a page at a time, and tells which keys are still
 * needed. A row that somebody else handles at the moment is left to a later pass.
 */
final class Reseal {
  /** From one key id to the next: as many steps in the index as there are ids, not rows. */
  private static final String KEYS =
      """
      WITH RECURSIVE used AS (
        (SELECT %1$s AS id FROM %2$s ORDER BY %1$s LIMIT 1)
        UNION ALL
        SELECT (SELECT %1$s FROM %2$s WHERE %1$s > used.id ORDER BY %1$s LIMIT 1)
        FROM used WHERE used.id IS NOT NULL)
      SELECT id FROM used WHERE id IS NOT NULL
      """;

  private static final String PAGE =
      "SELECT submission_id, purpose, key_id, sealed FROM sealed"
          + " WHERE key_id = ANY (?) LIMIT ?";

  private static final String STORE =
      "UPDATE sealed SET key_id = ?, sealed = ? WHERE submission_id = ? AND purpose = ?";

  private static final String PAGE_OF_QUARANTINE =
      "SELECT id, 'quarantine', sealed_with, sealed FROM quarantine"
          + " WHERE sealed_with = ANY (?) LIMIT ?";

  private static final String STORE_IN_QUARANTINE =
      "UPDATE quarantine SET sealed_with = ?, sealed = ? WHERE id = ? AND ? = 'quarantine'";

  private static final String PAGE_OF_REASONS =
      "SELECT id, 'reason', reason_key, reason FROM raw_access"
          + " WHERE reason_key = ANY (?) LIMIT ?";

  private static final String STORE_REASON =
      "UPDATE raw_access SET reason_key = ?, reason = ? WHERE id = ? AND ? = 'reason'";

  private static final List<String> PAGES = List.of(PAGE, PAGE_OF_QUARANTINE, PAGE_OF_REASONS);

  private static final String LOCKED = " FOR UPDATE SKIP LOCKED";

  /** Of a key: one row that is damaged is no reason to start with nothing. */
  private static final int FEW = 10;

  private final Sealer sealer;
  private final int batch;

  Reseal(Sealer sealer, int batch) {
    this.sealer = sealer;
    this.batch = batch;
  }

  private record Row(UUID subject, String purpose, Sealed sealed) {}

  /** The ids of all keys that something in the database needs. */
  static Set<String> keysInUse(Connection connection) throws SQLException {
    Set<String> ids = new TreeSet<>(ids(connection, "key_id", "sealed"));
    ids.addAll(ids(connection, "sealed_with", "quarantine"));
    ids.addAll(ids(connection, "reason_key", "raw_access"));
    return ids;
  }

  private static List<String> ids(Connection connection, String column, String table)
      throws SQLException {
    List<String> ids = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(KEYS.formatted(column, table));
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        ids.add(row.getString(1));
      }
    }
    return ids;
  }

  /**
   * Those of these keys with which not one of a few rows opens that are said to be sealed with
   * them: other bytes have their ids.
   */
  Set<String> openNothing(Connection connection, Set<String> used) throws SQLException {
    Set<String> others = new TreeSet<>();
    for (String id : used) {
      List<Row> rows = new ArrayList<>();
      for (String page : PAGES) {
        rows.addAll(page(connection, page, FEW, id));
      }
      if (!rows.isEmpty() && rows.stream().noneMatch(this::opens)) {
        others.add(id);
      }
    }
    return others;
  }

  private boolean opens(Row row) {
    try {
      sealer.open(row.purpose(), row.subject(), row.sealed());
      return true;
    } catch (IllegalStateException other) {
      return false;
    }
  }

  /**
   * Seals a page of each table anew, in the connection's transaction.
   *
   * @return how many rows
   */
  int pass(Connection connection) throws SQLException {
    String[] others = others(keysInUse(connection)).toArray(String[]::new);
    if (others.length == 0) {
      return 0;
    }
    return reseal(connection, PAGE, STORE, others)
        + reseal(connection, PAGE_OF_QUARANTINE, STORE_IN_QUARANTINE, others)
        + reseal(connection, PAGE_OF_REASONS, STORE_REASON, others);
  }

  private Stream<String> others(Set<String> used) {
    return used.stream().filter(id -> !id.equals(sealer.first()));
  }

  private int reseal(Connection connection, String page, String store, String[] others)
      throws SQLException {
    List<Row> rows = page(connection, page + LOCKED, batch, others);
    try (PreparedStatement update = connection.prepareStatement(store)) {
      for (Row row : rows) {
        Sealed anew = sealer.reseal(row.purpose(), row.subject(), row.sealed());
        update.setString(1, anew.keyId());
        update.setBytes(2, anew.bytes());
        update.setObject(3, row.subject());
        update.setString(4, row.purpose());
        update.addBatch();
      }
      update.executeBatch();
    }
    return rows.size();
  }

  private static List<Row> page(Connection connection, String sql, int limit, String... keys)
      throws SQLException {
    List<Row> rows = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setArray(1, connection.createArrayOf("text", keys));
      select.setInt(2, limit);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rows.add(
              new Row(
                  row.getObject(1, UUID.class),
                  row.getString(2),
                  new Sealed(row.getString(3), row.getBytes(4))));
        }
      }
    }
    return rows;
  }
}

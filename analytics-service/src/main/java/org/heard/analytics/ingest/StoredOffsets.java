package org.heard.analytics.ingest;

import java.sql.SQLException;

/** Where each partition goes on, as the database has it. */
interface StoredOffsets {
  /** The stored offset, 0 for a partition never seen. */
  long stored(String clusterId, Partition partition) throws SQLException;

  /**
   * Moves a partition to where its log goes on.
   *
   * @throws Fenced when another consumer has moved it
   */
  void move(String clusterId, Gap gap) throws SQLException, Fenced;
}

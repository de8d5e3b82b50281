package org.heard.suite.checker;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Each step of the stored offsets, noted by the database itself in the order in which it was made:
 * who looks from outside sees only some, and one that went back may have come forward again.
 */
public final class OffsetSteps implements AutoCloseable {
  private static final String BEGIN =
      """
      create table offset_step (
        seq bigint generated always as identity, place text, next_offset bigint);
      create function note_offset_step() returns trigger language plpgsql as $$
      begin
        insert into offset_step (place, next_offset)
        values (new.topic || '-' || new.partition, new.next_offset);
        return new;
      end $$;
      create trigger offset_step after insert or update on consumer_offset
        for each row execute function note_offset_step();
      """;
  private static final String END =
      """
      drop trigger if exists offset_step on consumer_offset;
      drop function if exists note_offset_step;
      drop table if exists offset_step;
      """;
  private static final String BACK =
      """
      select 1 from (
        select next_offset < lag(next_offset) over (partition by place order by seq) as back
        from offset_step) as steps
      where back
      """;

  private final Databases databases;

  /** Notes from now on, until it is closed. */
  public OffsetSteps(Databases databases) throws SQLException {
    this.databases = databases;
    execute(END + BEGIN);
  }

  /** Whether one went back. */
  public boolean wentBack() throws SQLException {
    return !databases.query("analytics", BACK, row -> row.getInt(1)).isEmpty();
  }

  /** All of them; their places are told from those that were looked at. */
  public List<Facts.Step> all() throws SQLException {
    return databases.query(
        "analytics",
        "select place, next_offset from offset_step order by seq",
        row -> new Facts.Step("each step of " + row.getString(1), row.getLong(2)));
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = databases.open("analytics");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    execute(END);
  }
}

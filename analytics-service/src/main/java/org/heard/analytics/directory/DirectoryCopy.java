package org.heard.analytics.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * This service's copy of the directory, written and read in the transaction of the caller's
 * connection.
 */
@ApplicationScoped
public class DirectoryCopy {
  /** Advisory lock of this database: whoever changes the directory against whoever relies on it. */
  private static final long LOCK = 0x6865617264646972L;

  /** What became of an entry. */
  public enum Change {
    /** It is now the state. */
    APPLIED,
    /** This version was the state already. */
    REPEATED,
    /** A later version is the state. */
    OUTDATED
  }

  /**
   * What counting needs of a ward.
   *
   * @param zone where the ward's days begin and end
   */
  public record WardHome(String organisationId, ZoneId zone) {}

  /**
   * Keeps everybody who judges whether a ward is known out until this transaction ends. Without it
   * a submission could be parked for a ward that becomes known in the same moment, and stay parked.
   */
  public void lockForChange(Connection connection) throws SQLException {
    lock(connection, "select pg_advisory_xact_lock(?)");
  }

  /**
   * Keeps the directory as it is until this transaction ends; shared among all who only rely on it.
   */
  public void lockForUse(Connection connection) throws SQLException {
    lock(connection, "select pg_advisory_xact_lock_shared(?)");
  }

  private static void lock(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, LOCK);
      statement.execute();
    }
  }

  /** Takes over an entry unless a version as high is there. */
  public Change apply(Connection connection, DirectoryEntry entry) throws SQLException {
    if (upsert(connection, entry) == 1) {
      return Change.APPLIED;
    }
    return storedVersion(connection, entry) == entry.version() ? Change.REPEATED : Change.OUTDATED;
  }

  private static int upsert(Connection connection, DirectoryEntry entry) throws SQLException {
    if (entry instanceof DirectoryEntry.Organisation organisation) {
      return execute(
          connection,
          """
          insert into organisation (id, version, name, zone) values (?, ?, ?, ?)
          on conflict (id) do update
          set version = excluded.version, name = excluded.name, zone = excluded.zone
          where organisation.version < excluded.version
          """,
          organisation.id(),
          organisation.version(),
          organisation.name(),
          organisation.zone().getId());
    }
    if (entry instanceof DirectoryEntry.Site site) {
      return execute(
          connection,
          """
          insert into site (id, version, name, ods_code, organisation_id) values (?, ?, ?, ?, ?)
          on conflict (id) do update
          set version = excluded.version, name = excluded.name, ods_code = excluded.ods_code,
              organisation_id = excluded.organisation_id
          where site.version < excluded.version
          """,
          site.id(),
          site.version(),
          site.name(),
          site.odsCode(),
          site.organisationId());
    }
    if (entry instanceof DirectoryEntry.Division division) {
      return execute(
          connection,
          """
          insert into division (id, version, name, organisation_id) values (?, ?, ?, ?)
          on conflict (id) do update
          set version = excluded.version, name = excluded.name,
              organisation_id = excluded.organisation_id
          where division.version < excluded.version
          """,
          division.id(),
          division.version(),
          division.name(),
          division.organisationId());
    }
    DirectoryEntry.Ward ward = (DirectoryEntry.Ward) entry;
    return execute(
        connection,
        """
        insert into ward
          (id, version, name, site_id, organisation_id, care_setting, division_ids)
        values (?, ?, ?, ?, ?, ?, ?)
        on conflict (id) do update
        set version = excluded.version, name = excluded.name, site_id = excluded.site_id,
            organisation_id = excluded.organisation_id, care_setting = excluded.care_setting,
            division_ids = excluded.division_ids
        where ward.version < excluded.version
        """,
        ward.id(),
        ward.version(),
        ward.name(),
        ward.siteId(),
        ward.organisationId(),
        ward.careSetting(),
        connection.createArrayOf("varchar", ward.divisionIds().toArray()));
  }

  private static int execute(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement.executeUpdate();
    }
  }

  private static int storedVersion(Connection connection, DirectoryEntry entry)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select version from " + table(entry) + " where id = ?")) {
      statement.setString(1, entry.id());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  private static String table(DirectoryEntry entry) {
    if (entry instanceof DirectoryEntry.Organisation) {
      return "organisation";
    }
    if (entry instanceof DirectoryEntry.Site) {
      return "site";
    }
    return entry instanceof DirectoryEntry.Division ? "division" : "ward";
  }

  /** The known ones of these wards, by id. */
  public Map<String, WardHome> known(Connection connection, Collection<String> wardIds)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select id, organisation_id, zone from known_ward where id = any(?)")) {
      statement.setArray(1, connection.createArrayOf("text", wardIds.toArray()));
      Map<String, WardHome> homes = new HashMap<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          homes.put(row.getString(1), new WardHome(row.getString(2), ZoneId.of(row.getString(3))));
        }
      }
      return homes;
    }
  }
}

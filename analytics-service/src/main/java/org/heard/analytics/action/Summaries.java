package org.heard.analytics.action;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.heard.analytics.counting.Bucket;
import org.heard.analytics.counting.Periods;
import org.heard.analytics.counting.ThemeCounts;
import org.heard.analytics.directory.Ward;
import org.heard.analytics.tagging.Layer;
import org.heard.analytics.tagging.Polarity;

/** Counts a ward's actions. */
@ApplicationScoped
class Summaries {
  private static final String COUNTS =
      """
      select a.plan ->> 'status' as status, count(*) as actions,
             count(*) filter (where s.overdue) as overdue,
             count(*) filter (where s.unmeasured) as unmeasured,
             count(a.published_at) as statements
      """
          + Action.FROM
          + "where a.ward_id = ? group by 1";

  /** An action is about a theme that it answers or by which it is measured. */
  private static final String THEMES =
      """
      select distinct r.about ->> 'theme'
      from action a, lateral (values (a.insight), (a.plan -> 'measure')) r (about)
      where a.ward_id = ? and r.about ->> 'layer' = ? and r.about ->> 'polarity' = ?
        and (a.plan ->> 'status' in ('noted', 'planned', 'testing') or a.changed_at >= ?)
      """;

  private final DataSource database;
  private final ThemeCounts counts;
  private final Clock clock;

  Summaries(DataSource database, ThemeCounts counts, Clock clock) {
    this.database = database;
    this.counts = counts;
    this.clock = clock;
  }

  SummaryView of(Ward ward) throws SQLException {
    Instant now = clock.instant();
    Map<String, Long> byStatus = new LinkedHashMap<>();
    for (Status status : Status.values()) {
      byStatus.put(status.code(), 0L);
    }
    long overdue = 0;
    long unmeasured = 0;
    long statements = 0;
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(COUNTS)) {
      select.setObject(1, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
      select.setString(2, ward.id());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          byStatus.put(row.getString("status"), row.getLong("actions"));
          overdue += row.getLong("overdue");
          unmeasured += row.getLong("unmeasured");
          statements += row.getLong("statements");
        }
      }
    }
    return new SummaryView(byStatus, overdue, unmeasured, statements, shortfalls(ward, now));
  }

  private SummaryView.ShortfallThemes shortfalls(Ward ward, Instant now) throws SQLException {
    Periods weeks = Periods.latest(Bucket.WEEK, LocalDate.ofInstant(now, ward.zone()));
    Set<String> named =
        counts.named(ward.id(), weeks, Layer.COMPASSION.code(), Polarity.ABSENT.code());
    Set<String> actedOn = new HashSet<>(named);
    actedOn.retainAll(withAction(ward, weeks.from().atStartOfDay(ward.zone()).toInstant()));
    return new SummaryView.ShortfallThemes(
        weeks.list().get(0).label(),
        weeks.list().get(weeks.list().size() - 1).label(),
        actedOn.size(),
        named.size());
  }

  private Set<String> withAction(Ward ward, Instant since) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(THEMES)) {
      select.setString(1, ward.id());
      select.setString(2, Layer.COMPASSION.code());
      select.setString(3, Polarity.ABSENT.code());
      select.setObject(4, OffsetDateTime.ofInstant(since, ZoneOffset.UTC));
      Set<String> themes = new HashSet<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          themes.add(row.getString(1));
        }
      }
      return themes;
    }
  }
}

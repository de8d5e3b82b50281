package org.heard.analytics.counting;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** A ward's counts by theme for other packages: the same numbers as everybody is told. */
@ApplicationScoped
public class ThemeCounts {
  private final CountQuery query;

  ThemeCounts(CountQuery query) {
    this.query = query;
  }

  /**
   * One row.
   *
   * @param numerator comments with the tag
   * @param denominator comments with content
   */
  public record Count(long numerator, long denominator) {}

  /** What a period says of a theme; {@code polarity} is null in the layer general. */
  public Count of(String wardId, Period period, String layer, String theme, String polarity)
      throws SQLException {
    CountsView.PeriodCounts counts =
        query.read(wardId, new Periods(period.bucket(), List.of(period)), null).get(0);
    long numerator =
        counts.themes().stream()
            .filter(row -> row.layer().equals(layer) && row.theme().equals(theme))
            .filter(row -> Objects.equals(row.polarity(), polarity))
            .mapToLong(CountsView.ThemeCount::numerator)
            .sum();
    return new Count(numerator, counts.withContent());
  }

  /** The themes that at least one comment of these periods has with this polarity. */
  public Set<String> named(String wardId, Periods periods, String layer, String polarity)
      throws SQLException {
    return query.read(wardId, periods, null).stream()
        .flatMap(period -> period.themes().stream())
        .filter(row -> row.layer().equals(layer) && Objects.equals(row.polarity(), polarity))
        .map(CountsView.ThemeCount::theme)
        .collect(Collectors.toUnmodifiableSet());
  }
}

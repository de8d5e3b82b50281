package org.heard.analytics.counting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds up the rows of one period. */
class PeriodSums {
  private static final int NO_RATING = 0;
  private static final int RATINGS = 6;

  private final Map<String, Long> ratings = new LinkedHashMap<>();
  private final List<CountsView.ThemeCount> themes = new ArrayList<>();
  private long submissions;
  private long comments;
  private long withContent;
  private long withheld;
  private CountsView.Corrections corrections = new CountsView.Corrections(0, 0);

  PeriodSums() {
    for (int rating = 1; rating <= RATINGS; rating++) {
      ratings.put(String.valueOf(rating), 0L);
    }
  }

  void take(ResultSet row) throws SQLException {
    switch (row.getString("kind")) {
      case "rating" -> takeRating(row.getString("a"), row.getLong("x"));
      case "comments" -> {
        comments = row.getLong("x");
        withContent = row.getLong("y");
        withheld = row.getLong("z");
      }
      case "corrections" ->
          corrections = new CountsView.Corrections(row.getLong("x"), row.getLong("y"));
      default ->
          themes.add(
              new CountsView.ThemeCount(
                  row.getString("a"),
                  row.getString("b"),
                  row.getString("c").isEmpty() ? null : row.getString("c"),
                  row.getLong("x")));
    }
  }

  private void takeRating(String rating, long count) {
    submissions += count;
    if (!rating.equals(String.valueOf(NO_RATING))) {
      ratings.put(rating, count);
    }
  }

  CountsView.PeriodCounts of(Period period) {
    return new CountsView.PeriodCounts(
        period.label(),
        period.from(),
        period.to(),
        submissions,
        ratings,
        comments,
        withContent,
        withheld,
        themes,
        corrections);
  }
}

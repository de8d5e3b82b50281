package org.heard.analytics.counting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up the rows of one period. */
class PeriodSums {
  private static final String NO_RATING = "0";
  private static final int RATINGS = 6;

  private final Map<String, Long> ratings = everyRating();
  private final Map<String, Map<String, Long>> modes = new TreeMap<>();
  private final Map<String, Long> questions = new LinkedHashMap<>();
  private final Map<String, Long> languages = new TreeMap<>();
  private final Map<String, Long> withheldLanguages = new TreeMap<>();
  private final List<CountsView.ThemeCount> themes = new ArrayList<>();
  private final List<CountsView.PillarCount> pillars = new ArrayList<>();
  private long submissions;
  private long withContent;
  private long withheld;
  private long lowConfidence;
  private long anyShortfall;
  private CountsView.Corrections corrections = new CountsView.Corrections(0, 0);

  PeriodSums() {
    AskedQuestion.ALL.forEach(question -> questions.put(question, 0L));
  }

  private static Map<String, Long> everyRating() {
    Map<String, Long> ratings = new LinkedHashMap<>();
    for (int rating = 1; rating <= RATINGS; rating++) {
      ratings.put(String.valueOf(rating), 0L);
    }
    return ratings;
  }

  void take(ResultSet row) throws SQLException {
    String first = row.getString("a");
    String second = row.getString("b");
    Long[] sums = (Long[]) row.getArray("sums").getArray();
    switch (row.getString("kind")) {
      case "rating" -> takeRating(first, second, sums[0]);
      case "comments" -> takeComments(first, second, sums);
      case "pillar" -> pillars.add(new CountsView.PillarCount(first, second, sums[0]));
      case "corrections" -> corrections = new CountsView.Corrections(sums[0], sums[1]);
      default -> {
        String polarity = row.getString("c");
        themes.add(
            new CountsView.ThemeCount(
                first, second, polarity.isEmpty() ? null : polarity, sums[0]));
      }
    }
  }

  private void takeRating(String rating, String mode, long count) {
    submissions += count;
    if (!rating.equals(NO_RATING)) {
      ratings.merge(rating, count, Long::sum);
      modes.computeIfAbsent(mode, first -> everyRating()).merge(rating, count, Long::sum);
    }
  }

  private void takeComments(String question, String language, Long[] sums) {
    questions.merge(question, sums[0], Long::sum);
    languages.merge(language, sums[0], Long::sum);
    withContent += sums[1];
    withheld += sums[2];
    if (sums[2] != 0) {
      withheldLanguages.merge(language, sums[2], Long::sum);
    }
    lowConfidence += sums[3];
    anyShortfall += sums[4];
  }

  CountsView.PeriodCounts of(Period period) {
    return new CountsView.PeriodCounts(
        period.label(),
        period.from(),
        period.to(),
        submissions,
        ratings,
        modes,
        questions.values().stream().mapToLong(Long::longValue).sum(),
        withContent,
        withheld,
        lowConfidence,
        questions,
        languages,
        withheldLanguages,
        anyShortfall,
        pillars,
        themes,
        corrections);
  }
}

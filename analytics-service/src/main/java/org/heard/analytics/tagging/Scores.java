package org.heard.analytics.tagging;

import java.util.List;

/** Sentiment, criticality and severity of a comment, from its tags and alerts. */
record Scores(int sentiment, int criticality, Severity severity) {

  static Scores of(ReadComment comment, Opinion opinion, TagList tags, List<Alert> alerts) {
    return new Scores(
        1 + expected(Labels.SENTIMENT, 2, Labels.MOST_SENTIMENT, opinion),
        Labels.LEAST_CRITICALITY
            + expected(
                Labels.CRITICALITY, Labels.LEAST_CRITICALITY + 1, Labels.MOST_CRITICALITY, opinion),
        SeverityReader.read(comment, opinion, tags, alerts));
  }

  /** How many of the steps are passed: the expectation, rounded. */
  private static int expected(String scale, int first, int last, Opinion opinion) {
    double sum = 0;
    for (int step = first; step <= last; step++) {
      sum += opinion.probability(scale + step);
    }
    return (int) Math.round(sum);
  }
}

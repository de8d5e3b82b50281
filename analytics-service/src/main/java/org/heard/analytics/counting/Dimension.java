package org.heard.analytics.counting;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.heard.analytics.problem.ErrorCode;
import org.heard.analytics.problem.ProblemException;

/** What people may say of themselves, in bands; the lists are the contract's and closed. */
enum Dimension {
  AGE_BAND("ageBand", "0-15 16-24 25-34 35-44 45-54 55-64 65-74 75-84 85+"),
  SEX("sex", "female male other"),
  ETHNIC_GROUP("ethnicGroup", "asian black mixed white other"),
  DISABILITY("disability", "yes no");

  /** The band of those who would not say, or were not asked. */
  static final String NOT_SAID = "not-said";

  private final String code;
  private final String bands;

  Dimension(String code, String bands) {
    this.code = code;
    this.bands = bands;
  }

  /** The word of the interface. */
  String code() {
    return code;
  }

  /** Its bands without {@link #NOT_SAID}. */
  List<String> bands() {
    return List.of(bands.split(" ", -1));
  }

  /** The dimension of this word, else {@code BAD_FILTER}. */
  static Dimension of(String code) {
    return Arrays.stream(values())
        .filter(dimension -> dimension.code.equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemException(
                    ErrorCode.BAD_FILTER,
                    Arrays.stream(values())
                        .map(Dimension::code)
                        .collect(Collectors.joining(", ", "Send by as one of ", "."))));
  }
}

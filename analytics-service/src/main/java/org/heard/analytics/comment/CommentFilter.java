package org.heard.analytics.comment;

import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.heard.analytics.counting.Periods;
import org.heard.analytics.problem.ErrorCode;
import org.heard.analytics.problem.ProblemException;
import org.heard.analytics.tagging.Polarity;
import org.heard.analytics.tagging.Question;
import org.heard.analytics.tagging.Severity;
import org.heard.analytics.tagging.Specificity;
import org.heard.analytics.tagging.Themes;

/**
 * Which comments of a ward are asked for; a null is no condition.
 *
 * @param asked checked
 * @param words what {@code asked.q()} means
 */
record CommentFilter(Asked asked, Integer rating, SearchWords words, Periods periods) {
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

  /** What stands for a language that nobody knows. */
  static final String UNKNOWN_LANGUAGE = "und";

  /** The filters as they were written. */
  record Asked(
      String theme,
      String polarity,
      String specificity,
      String rating,
      String question,
      String severity,
      String language,
      String q) {}

  /** Checks what was asked; {@code BAD_FILTER} for what cannot be. */
  static CommentFilter of(Asked asked, Periods periods, SearchConfig limits) {
    require(asked.theme(), theme -> Themes.of(theme).isPresent(), "theme is not a theme's code.");
    require(asked.polarity(), oneOf(Polarity.values(), Polarity::code), "polarity is not known.");
    require(
        asked.specificity(),
        oneOf(Specificity.values(), Specificity::code),
        "specificity is generic or specific.");
    require(
        asked.question(), oneOf(Question.values(), Question::code), "question is not known here.");
    require(asked.severity(), oneOf(Severity.values(), Severity::code), "severity is not known.");
    require(
        asked.language(), LANGUAGE.asMatchPredicate(), "language is a code such as en, or und.");
    require(asked.rating(), rating -> rating.matches("[1-6]"), "rating is 1 to 6.");
    return new CommentFilter(
        asked,
        asked.rating() == null ? null : Integer.valueOf(asked.rating()),
        asked.q() == null || asked.q().isBlank() ? null : SearchWords.parse(asked.q(), limits),
        periods);
  }

  /** Whether a condition looks at what only those may know who read the comment. */
  boolean readsTheComment() {
    return words != null
        || asked.severity() != null
        || asked.language() != null
        || asked.specificity() != null;
  }

  private static <E> Predicate<String> oneOf(E[] values, Function<E, String> code) {
    return value -> Arrays.stream(values).map(code).anyMatch(value::equals);
  }

  private static void require(String value, Predicate<String> can, String otherwise) {
    if (value != null && !can.test(value)) {
      throw new ProblemException(ErrorCode.BAD_FILTER, otherwise);
    }
  }
}

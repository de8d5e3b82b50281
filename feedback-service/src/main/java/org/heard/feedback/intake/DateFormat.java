package org.heard.feedback.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;

/**
 * How a file writes its days and times where that is not ISO 8601. The importer says it: 05/10 is
 * October in one country and May in another, and no file tells which.
 *
 * @param pattern days, months and years in any order, then a time of day or none: {@code d}, {@code
 *     M} (or {@code MMM}, English), {@code yy} (2000 to 2099) or {@code yyyy}, {@code H}, {@code
 *     mm}, {@code ss}, and {@code / . , : -}, spaces, brackets round what may be missing
 */
record DateFormat(String pattern, DateTimeFormatter formatter) {
  private static final int MAX_PATTERN = 40;
  private static final Pattern LETTERS = Pattern.compile("([a-zA-Z])\\1*");
  private static final Pattern SEPARATORS = Pattern.compile("[/.,:\\[\\] -]*");
  private static final Set<String> DAY = Set.of("d", "dd");
  private static final Set<String> MONTH = Set.of("M", "MM", "MMM");
  private static final Set<String> YEAR = Set.of("yy", "yyyy");
  private static final Set<String> HOUR = Set.of("H", "HH");
  private static final Set<String> MINUTE = Set.of("mm");
  private static final Set<String> SECOND = Set.of("ss");

  /**
   * Reads a pattern.
   *
   * @throws ProblemException {@code INVALID_PARAMETER}
   */
  static DateFormat parse(String pattern) {
    if (pattern.length() > MAX_PATTERN || !isComplete(pattern)) {
      throw wrong();
    }
    try {
      return new DateFormat(
          pattern,
          new DateTimeFormatterBuilder()
              .parseCaseInsensitive()
              // The year of no era: strict, so that 31 February is no day.
              .appendPattern(pattern.replace('y', 'u'))
              .toFormatter(Locale.ENGLISH)
              .withResolverStyle(ResolverStyle.STRICT));
    } catch (IllegalArgumentException brackets) {
      throw wrong();
    }
  }

  /** The local time that a cell says, at noon for a day: the same day whichever zone reads it. */
  Optional<LocalDateTime> read(String cell) {
    return said(cell)
        .map(
            said ->
                said instanceof LocalDate day
                    ? day.atTime(LocalTime.NOON)
                    : LocalDateTime.from(said));
  }

  /** Whether a cell says a day and no time. */
  boolean isDay(String cell) {
    return said(cell).filter(LocalDate.class::isInstance).isPresent();
  }

  private Optional<TemporalAccessor> said(String cell) {
    try {
      return Optional.of(formatter.parseBest(cell, LocalDateTime::from, LocalDate::from));
    } catch (DateTimeException otherwise) {
      return Optional.empty();
    }
  }

  /**
   * Each part at most once; a day, a month and a year; hours and minutes together or not at all.
   */
  private static boolean isComplete(String pattern) {
    Set<Set<String>> parts = new HashSet<>();
    Matcher letters = LETTERS.matcher(pattern);
    while (letters.find()) {
      Optional<Set<String>> part = part(letters.group());
      if (part.isEmpty() || !parts.add(part.get())) {
        return false;
      }
    }
    return SEPARATORS.matcher(letters.replaceAll("")).matches()
        && parts.containsAll(Set.of(DAY, MONTH, YEAR))
        && parts.contains(HOUR) == parts.contains(MINUTE)
        && (parts.contains(MINUTE) || !parts.contains(SECOND));
  }

  private static Optional<Set<String>> part(String letters) {
    return Set.of(DAY, MONTH, YEAR, HOUR, MINUTE, SECOND).stream()
        .filter(part -> part.contains(letters))
        .findFirst();
  }

  private static ProblemException wrong() {
    return new ProblemException(
        ErrorCode.INVALID_PARAMETER,
        "dateFormat is made of d, M and y, then H, mm and ss or none, each once, such as dd/MM/yyyy"
            + " or dd/MM/yyyy HH:mm, at most "
            + MAX_PATTERN
            + " characters.");
  }

  @Override
  public String toString() {
    return pattern;
  }
}

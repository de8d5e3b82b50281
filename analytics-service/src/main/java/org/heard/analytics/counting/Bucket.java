package org.heard.analytics.counting;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import org.heard.analytics.problem.ErrorCode;
import org.heard.analytics.problem.ProblemException;

/** How long a period is. Weeks are those of ISO 8601: from Monday, week 1 holds 4 January. */
public enum Bucket {
  DAY("[0-9]{4}-[0-9]{2}-[0-9]{2}"),
  WEEK("[0-9]{4}-W[0-9]{2}"),
  MONTH("[0-9]{4}-[0-9]{2}"),
  QUARTER("[0-9]{4}-Q[1-4]");

  /** Years that a period may name: four digits, and no date of a submission is outside. */
  private static final int FIRST_YEAR = 1900;

  private static final int LAST_YEAR = 2999;

  private final String form;

  Bucket(String form) {
    this.form = form;
  }

  /** The word of the interface. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The bucket of this word, week for null, else {@code BAD_BUCKET}. */
  public static Bucket of(String code) {
    if (code == null) {
      return WEEK;
    }
    for (Bucket bucket : values()) {
      if (bucket.code().equals(code)) {
        return bucket;
      }
    }
    throw new ProblemException(ErrorCode.BAD_BUCKET, "Send day, week, month or quarter.");
  }

  /** The period that holds this day. */
  public Period at(LocalDate day) {
    return switch (this) {
      case DAY -> new Period(this, day);
      case WEEK -> new Period(this, day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
      case MONTH -> new Period(this, day.withDayOfMonth(1));
      case QUARTER -> new Period(this, day.with(IsoFields.DAY_OF_QUARTER, 1));
    };
  }

  /** The period of a label such as 2026-W40, 2026-10 or 2026-Q4, else {@code BAD_PERIOD}. */
  public Period parse(String label) {
    if (!label.matches(form)) {
      throw bad();
    }
    int year = Integer.parseInt(label.substring(0, 4));
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw bad();
    }
    Period period = at(dayIn(year, label));
    // The 53rd week of a year that has 52 is the first of the next: say so instead of answering it.
    if (!period.label().equals(label)) {
      throw bad();
    }
    return period;
  }

  private LocalDate dayIn(int year, String label) {
    int number = Integer.parseInt(label.substring(label.length() - (this == QUARTER ? 1 : 2)));
    try {
      return switch (this) {
        case DAY -> LocalDate.parse(label);
        case WEEK -> LocalDate.of(year, 1, 4).plusWeeks(number - 1L);
        case MONTH -> LocalDate.of(year, number, 1);
        case QUARTER -> LocalDate.of(year, 3 * number, 1);
      };
    } catch (DateTimeException none) {
      throw bad();
    }
  }

  private ProblemException bad() {
    String example =
        switch (this) {
          case DAY -> "2026-10-05";
          case WEEK -> "2026-W40";
          case MONTH -> "2026-10";
          case QUARTER -> "2026-Q4";
        };
    return new ProblemException(
        ErrorCode.BAD_PERIOD, "A " + code() + " looks like " + example + " and must exist.");
  }

  String label(LocalDate from) {
    return switch (this) {
      case DAY -> from.toString();
      case WEEK ->
          "%04d-W%02d"
              .formatted(
                  from.get(IsoFields.WEEK_BASED_YEAR), from.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case MONTH -> "%04d-%02d".formatted(from.getYear(), from.getMonthValue());
      case QUARTER -> "%04d-Q%d".formatted(from.getYear(), from.get(IsoFields.QUARTER_OF_YEAR));
    };
  }

  LocalDate shift(LocalDate from, long periods) {
    return switch (this) {
      case DAY -> from.plusDays(periods);
      case WEEK -> from.plusWeeks(periods);
      case MONTH -> from.plusMonths(periods);
      case QUARTER -> from.plusMonths(3 * periods);
    };
  }

  long between(LocalDate from, LocalDate to) {
    return switch (this) {
      case DAY -> ChronoUnit.DAYS.between(from, to);
      case WEEK -> ChronoUnit.WEEKS.between(from, to);
      case MONTH -> ChronoUnit.MONTHS.between(from, to);
      case QUARTER -> ChronoUnit.MONTHS.between(from, to) / 3;
    };
  }
}

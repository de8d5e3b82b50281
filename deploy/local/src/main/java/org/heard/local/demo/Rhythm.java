package org.heard.local.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;

/** When feedback comes: by the day of the week, the season and the hour. */
final class Rhythm {

  // Monday to Sunday, a mean of about one.
  private static final List<Double> CLINIC = List.of(1.45, 1.5, 1.4, 1.35, 1.2, 0.1, 0.0);
  private static final List<Double> DAY_UNIT = List.of(1.3, 1.4, 1.45, 1.4, 1.2, 0.25, 0.0);
  private static final List<Double> WARD = List.of(1.0, 1.05, 1.1, 1.1, 1.35, 0.8, 0.6);
  private static final List<Double> EMERGENCY = List.of(1.2, 1.0, 0.95, 0.9, 0.95, 1.0, 1.0);
  private static final List<Double> MATERNITY = List.of(0.95, 1.0, 1.05, 1.05, 1.05, 0.95, 0.95);

  /** Nothing planned happens on these, and few fill in forms. */
  private static final Set<MonthDay> QUIET =
      Set.of(MonthDay.of(12, 25), MonthDay.of(12, 26), MonthDay.of(1, 1));

  private static final int SECONDS_PER_HOUR = 3600;

  private Rhythm() {}

  /** How many times the ward's average day this one is. */
  static double day(DemoWard ward, LocalDate date) {
    double factor = week(ward).get(date.getDayOfWeek().getValue() - 1) * season(ward, date);
    if (!QUIET.contains(MonthDay.from(date))) {
      return factor;
    }
    return isPlanned(ward) ? 0 : 0.3 * factor;
  }

  private static double season(DemoWard ward, LocalDate date) {
    return switch (date.getMonth()) {
      case DECEMBER -> isPlanned(ward) ? 0.85 : 1.05;
      case JANUARY, FEBRUARY -> isPlanned(ward) ? 1.0 : 1.12;
      case AUGUST -> isPlanned(ward) ? 0.82 : 0.93;
      default -> 1.02;
    };
  }

  private static boolean isPlanned(DemoWard ward) {
    return ward.is("outpatient") || ward.is("day-case");
  }

  private static List<Double> week(DemoWard ward) {
    if (ward.is("outpatient")) {
      return CLINIC;
    }
    if (ward.is("day-case")) {
      return DAY_UNIT;
    }
    if (ward.is("emergency")) {
      return EMERGENCY;
    }
    return ward.is("maternity") ? MATERNITY : WARD;
  }

  /** The share of a day's feedback that has come by this time. */
  static double passed(DemoWard ward, LocalTime time) {
    double part =
        (time.toSecondOfDay() / (double) SECONDS_PER_HOUR - from(ward)) / (to(ward) - from(ward));
    return Math.min(1, Math.max(0, part));
  }

  /** A time of day: most in the middle of the ward's day. */
  static LocalTime time(DemoWard ward, DayOfWeek day, Dice dice) {
    double middle = (dice.fraction() + dice.fraction()) / 2;
    double late = day == DayOfWeek.SATURDAY && ward.is("emergency") ? 1.05 : 1;
    double hour = from(ward) + Math.min(0.999, middle * late) * (to(ward) - from(ward));
    return LocalTime.ofSecondOfDay((int) (hour * SECONDS_PER_HOUR));
  }

  private static double from(DemoWard ward) {
    return ward.is("emergency") ? 0 : 7;
  }

  private static double to(DemoWard ward) {
    return ward.is("emergency") ? 24 : isPlanned(ward) ? 20 : 22;
  }
}

package org.heard.local.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What is planted where, {@code stories.json}, with its weeks counted back from the last day. */
final class Stories {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Plan plan;
  private final LocalDate lastDay;
  private final LocalDate lastMonday;

  Stories(LocalDate lastDay) {
    this.plan = read();
    this.lastDay = lastDay;
    this.lastMonday = lastDay.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private record Plan(
      List<Closed> closed, List<Shift> shifts, Winter winter, Night night, List<Told> comments) {}

  /** Weeks, from Monday, in which a ward takes no patients. */
  private record Closed(String ward, int weeksBefore, int weeks) {}

  /**
   * Weeks, from Monday, in which this share of a ward's feedback is about one topic.
   *
   * @param weeksBefore the last day's week
   */
  record Shift(String ward, int weeksBefore, int weeks, double share, String topic) {}

  private record Winter(String ward, Set<Integer> months, double share, String topic) {}

  private record Night(int weeksBefore, DayOfWeek day) {}

  /** An answer; {@code {night}} in it stands for the night of the safeguarding story. */
  record Answer(String question, String text) {}

  /** A submission that is told word for word, so many days after the night or before the end. */
  record Told(
      String ward,
      Integer afterNight,
      Integer daysBefore,
      int rating,
      String channel,
      String respondent,
      List<Answer> answers) {}

  boolean isClosed(String ward, LocalDate day) {
    return plan.closed().stream()
        .anyMatch(each -> each.ward().equals(ward) && in(day, each.weeksBefore(), each.weeks()));
  }

  /** The shifts that are on for a ward on a day. */
  List<Shift> shifts(String ward, LocalDate day) {
    Winter winter = plan.winter();
    if (winter.ward().equals(ward) && winter.months().contains(day.getMonthValue())) {
      return List.of(new Shift(ward, 0, 0, winter.share(), winter.topic()));
    }
    return plan.shifts().stream()
        .filter(each -> each.ward().equals(ward) && in(day, each.weeksBefore(), each.weeks()))
        .toList();
  }

  /** The Monday on which a ward's last change begins. */
  LocalDate lastChange(String ward) {
    return plan.shifts().stream()
        .filter(shift -> shift.ward().equals(ward))
        .map(shift -> lastMonday.minusWeeks(shift.weeksBefore()))
        .max(LocalDate::compareTo)
        .orElseThrow();
  }

  /** What is told word for word on this ward on this day. */
  List<Told> told(String ward, LocalDate day) {
    return plan.comments().stream()
        .filter(told -> told.ward().equals(ward) && day(told).equals(day))
        .toList();
  }

  int toldBetween(LocalDate first, LocalDate last) {
    return (int)
        plan.comments().stream()
            .filter(told -> !day(told).isBefore(first) && !day(told).isAfter(last))
            .count();
  }

  /** A text with the night named as people name it: {@code on Saturday the 3rd of October}. */
  String withNight(String text) {
    LocalDate night = night();
    return text.replace(
        "{night}",
        "on %s night the %d%s of %s"
            .formatted(
                night.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.UK),
                night.getDayOfMonth(),
                ordinal(night.getDayOfMonth()),
                night.getMonth().getDisplayName(TextStyle.FULL, Locale.UK)));
  }

  LocalDate night() {
    return lastMonday
        .minusWeeks(plan.night().weeksBefore())
        .with(TemporalAdjusters.nextOrSame(plan.night().day()));
  }

  private LocalDate day(Told told) {
    return told.afterNight() == null
        ? lastDay.minusDays(told.daysBefore())
        : night().plusDays(told.afterNight());
  }

  private boolean in(LocalDate day, int weeksBefore, int weeks) {
    LocalDate first = lastMonday.minusWeeks(weeksBefore);
    return !day.isBefore(first) && day.isBefore(first.plusWeeks(weeks));
  }

  private static String ordinal(int day) {
    return switch (day) {
      case 1, 21, 31 -> "st";
      case 2, 22 -> "nd";
      case 3, 23 -> "rd";
      default -> "th";
    };
  }

  private static Plan read() {
    try (InputStream in = Stories.class.getResourceAsStream("stories.json")) {
      return JSON.readValue(in, Plan.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

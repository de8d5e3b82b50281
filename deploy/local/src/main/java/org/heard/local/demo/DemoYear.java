package org.heard.local.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.heard.local.demo.Stories.Shift;

/**
 * Twelve months of feedback up to a moment. The same seed and the same end give the same
 * submissions in the same order, whatever machine writes them; what was written on a day depends on
 * the seed and the day alone, but for the planted stories, whose days are counted back from the
 * end.
 */
final class DemoYear {

  private static final double DAYS_A_YEAR = 365.25;
  private static final double WINTER = 0.035;
  private static final double BUSY = 1.02;

  private final long seed;
  private final LocalDateTime end;
  private final Stories stories;
  private final Map<String, Topic> topics = new HashMap<>();
  private final Map<Shift, Double> owed = new HashMap<>();
  private final Form form;

  DemoYear(long seed, Instant end) {
    this.seed = seed;
    this.end = end.truncatedTo(ChronoUnit.MINUTES).atZone(Form.ZONE).toLocalDateTime();
    this.stories = new Stories(this.end.toLocalDate());
    Phrases phrases = Phrases.read();
    this.form = new Form(phrases);
    phrases.topics().forEach(topic -> topics.put(topic.name(), topic));
  }

  Stories stories() {
    return stories;
  }

  LocalDate firstDay() {
    return end.toLocalDate().minusYears(1);
  }

  LocalDate lastDay() {
    return end.toLocalDate();
  }

  /** How many submissions there are; much faster than writing them. */
  int size() {
    int[] size = {stories.toldBetween(firstDay(), lastDay())};
    eachDay((ward, day) -> size[0] += count(ward, day));
    return size[0];
  }

  /** Writes them all, day by day, the wards of a day one after the other. */
  void write(Consumer<DemoFeedback> reader) {
    owed.clear();
    eachDay((ward, day) -> day(ward, day).forEach(reader));
  }

  private interface WardDay {
    void at(DemoWard ward, LocalDate day);
  }

  private void eachDay(WardDay visitor) {
    List<DemoWard> wards = wards();
    for (LocalDate day = firstDay(); !day.isAfter(lastDay()); day = day.plusDays(1)) {
      for (DemoWard ward : wards) {
        visitor.at(ward, day);
      }
    }
  }

  private int count(DemoWard ward, LocalDate day) {
    if (stories.isClosed(ward.id(), day)) {
      return 0;
    }
    Dice dice = dice("count", ward, day);
    double busy = BUSY * (0.75 + dice.fraction() / 2);
    double mean = ward.aYear() / DAYS_A_YEAR * Rhythm.day(ward, day) * busy;
    double passed = day.equals(lastDay()) ? Rhythm.passed(ward, end.toLocalTime()) : 1;
    return dice.poisson(mean * passed);
  }

  private List<DemoFeedback> day(DemoWard ward, LocalDate day) {
    Dice dice = dice("day", ward, day);
    List<DemoFeedback> written = new ArrayList<>();
    for (int i = count(ward, day); i > 0; i--) {
      written.add(
          form.fill(ward, time(ward, day, dice), positive(ward, day), planted(ward, day), dice));
    }
    for (Stories.Told told : stories.told(ward.id(), day)) {
      written.add(form.told(ward, time(ward, day, dice), told, stories, dice));
    }
    written.sort(Comparator.comparing(DemoFeedback::writtenAt));
    return written;
  }

  private LocalDateTime time(DemoWard ward, LocalDate day, Dice dice) {
    LocalTime time = Rhythm.time(ward, day.getDayOfWeek(), dice);
    LocalDateTime at = day.atTime(time);
    return at.isBefore(end) ? at : end.minusSeconds(1 + dice.below(60));
  }

  private static double positive(DemoWard ward, LocalDate day) {
    boolean winter = day.getMonthValue() <= 2 || day.getMonthValue() == 12;
    boolean feelsIt = ward.is("emergency") || ward.is("inpatient");
    return ward.positive() - (winter && feelsIt ? WINTER : 0);
  }

  // By turns, not by chance: a planted change is as large in each of its weeks.
  private Topic planted(DemoWard ward, LocalDate day) {
    Topic planted = null;
    for (Shift shift : stories.shifts(ward.id(), day)) {
      double due = owed.merge(shift, shift.share(), Double::sum);
      if (due >= 1 && planted == null) {
        owed.put(shift, due - 1);
        planted = topics.get(shift.topic());
      }
    }
    return planted;
  }

  private Dice dice(String what, DemoWard ward, LocalDate day) {
    return Dice.of(seed, what + " " + ward.id() + " " + day);
  }

  static List<DemoWard> wards() {
    try (InputStream in = DemoYear.class.getResourceAsStream("wards.json")) {
      return new ObjectMapper().readValue(in, new TypeReference<List<DemoWard>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

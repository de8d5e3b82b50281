package org.heard.suite.checker;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.heard.suite.RunningSuite;
import org.heard.suite.ledger.Ledger;

/** Looks at a suite while faults go on and notes what must never be seen, and what may not fall. */
public final class Watch implements AutoCloseable {
  private static final Duration PERIOD = Duration.ofSeconds(1);
  private static final int SAMPLE = 200;

  private static final int AWAY = 503;
  private static final int NO_TOKEN = 401;

  private final RunningSuite suite;
  private final Databases databases;
  private final Ledger ledger;
  private final List<String> wards;
  private final String token;
  private final BooleanSupplier clocksTurned;
  private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
  private final ConcurrentLinkedQueue<Facts.Step> offsets = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Facts.Step> versions = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Facts.Reading> readings = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<String> wrongMoments = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Throwable> bugs = new ConcurrentLinkedQueue<>();
  private final AtomicInteger looks = new AtomicInteger();
  private final Months months = Months.aroundNow();
  private int turn;

  /**
   * @param wards to read, all of them in reach of {@code token}
   * @param clocksTurned whether a service's clock is wrong, so that a token is not yet valid for it
   *     or no longer
   */
  public Watch(
      RunningSuite suite,
      Ledger ledger,
      List<String> wards,
      String token,
      BooleanSupplier clocksTurned) {
    this.suite = suite;
    this.databases = new Databases(suite);
    this.ledger = ledger;
    this.wards = List.copyOf(wards);
    this.token = token;
    this.clocksTurned = clocksTurned;
  }

  /** Looks from now on, once a second. */
  public void begin() {
    every(this::lookAtDatabase);
    every(this::readInsights);
  }

  private void every(Runnable look) {
    Future<?> unused =
        timer.scheduleWithFixedDelay(
            () -> guarded(look), 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** An executor drops a task that throws and says nothing: what failed is told in the end. */
  private void guarded(Runnable look) {
    try {
      look.run();
    } catch (RuntimeException | Error bug) {
      bugs.add(bug);
    }
  }

  /** Looks at the database now; used where a moment matters. */
  public void lookAtDatabase() {
    try (Connection analytics = databases.open("analytics")) {
      offsets.addAll(
          Databases.query(
              analytics,
              "select topic || '-' || partition, next_offset from consumer_offset",
              row -> new Facts.Step(row.getString(1), row.getLong(2))));
      versions.addAll(
          Databases.query(
              analytics,
              "select id, version from submission order by id limit " + SAMPLE,
              row -> new Facts.Step(row.getString(1), row.getLong(2))));
      looks.incrementAndGet();
      wrongMoments.addAll(CountsAndFacts.differences(analytics, wards.toArray(String[]::new)));
    } catch (SQLException away) {
      // A fault that is meant: nothing can be seen, and nothing wrong either.
    }
  }

  /** Notes steps of the stored offsets that were seen elsewhere, in their order. */
  public void note(List<Facts.Step> steps) {
    offsets.addAll(steps);
  }

  private void readInsights() {
    String ward = wards.get(turn++ % wards.size());
    boolean turned = clocksTurned.getAsBoolean();
    HttpResponse<String> answer;
    try {
      answer = suite.tryGateway("/api/v1" + months.insights(ward), token);
    } catch (AssertionError away) {
      // The same.
      return;
    }
    if (answer.statusCode() == 200) {
      long submissions = submissions(RunningSuite.parse(answer.body()));
      readings.add(new Facts.Reading(ward, submissions, ledger.intended(ward)));
    } else if (answer.statusCode() != AWAY
        && !(answer.statusCode() == NO_TOKEN && (turned || clocksTurned.getAsBoolean()))) {
      wrongMoments.add("insights of " + ward + " answered " + answer.statusCode());
    }
  }

  static long submissions(JsonNode insights) {
    long sum = 0;
    for (JsonNode period : insights.get("periods")) {
      sum += period.get("submissions").asLong();
    }
    return sum;
  }

  /** How often each of the two was seen. */
  public int looks() {
    return Math.min(looks.get(), readings.size());
  }

  /** What was noted, with what only the run itself knows. */
  public Facts.Seen seen(Set<Place> poisoned, List<String> leaks, List<Facts.Recovery> recoveries) {
    if (!bugs.isEmpty()) {
      throw new AssertionError("the watch failed", bugs.peek());
    }
    return new Facts.Seen(
        poisoned,
        new ArrayList<>(offsets),
        new ArrayList<>(versions),
        new ArrayList<>(readings),
        new ArrayList<>(wrongMoments),
        leaks,
        recoveries);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}

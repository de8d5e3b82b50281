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
import org.heard.suite.RunningSuite;
import org.heard.suite.ledger.Ledger;

/** Looks at a suite while faults go on and notes what must never be seen, and what may not fall. */
public final class Watch implements AutoCloseable {
  private static final Duration PERIOD = Duration.ofSeconds(1);
  private static final int SAMPLE = 200;

  private final RunningSuite suite;
  private final Databases databases;
  private final Ledger ledger;
  private final List<String> wards;
  private final String token;
  private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
  private final ConcurrentLinkedQueue<Facts.Step> offsets = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Facts.Step> versions = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Facts.Reading> readings = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<String> wrongMoments = new ConcurrentLinkedQueue<>();
  private final List<Future<?>> looks = new ArrayList<>();
  private int turn;

  /**
   * @param wards to read, all of them in reach of {@code token}
   */
  public Watch(RunningSuite suite, Ledger ledger, List<String> wards, String token) {
    this.suite = suite;
    this.databases = new Databases(suite);
    this.ledger = ledger;
    this.wards = List.copyOf(wards);
    this.token = token;
  }

  /** Looks from now on, once a second. */
  public void begin() {
    every(this::lookAtDatabase);
    every(this::readInsights);
  }

  private void every(Runnable look) {
    looks.add(timer.scheduleWithFixedDelay(look, 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS));
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
      wrongMoments.addAll(CountsAndFacts.differences(analytics, wards.toArray(String[]::new)));
    } catch (SQLException away) {
      // A fault that is meant: nothing can be seen, and nothing wrong either.
    }
  }

  private void readInsights() {
    String ward = wards.get(turn++ % wards.size());
    try {
      HttpResponse<String> answer =
          suite.tryGateway("/api/v1/wards/" + ward + "/insights?bucket=month", token);
      if (answer.statusCode() == 200) {
        long submissions = submissions(RunningSuite.parse(answer.body()));
        readings.add(new Facts.Reading(ward, submissions, ledger.intended(ward)));
      }
    } catch (AssertionError away) {
      // The same.
    }
  }

  static long submissions(JsonNode insights) {
    long sum = 0;
    for (JsonNode period : insights.get("periods")) {
      sum += period.get("submissions").asLong();
    }
    return sum;
  }

  /** What was noted, with what only the run itself knows. */
  public Facts.Seen seen(Set<Place> poisoned, List<String> leaks, List<Facts.Recovery> recoveries) {
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

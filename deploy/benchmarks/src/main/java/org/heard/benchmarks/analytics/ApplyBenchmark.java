package org.heard.benchmarks.analytics;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.heard.benchmarks.batch.Rows;
import org.heard.benchmarks.batch.Sender;
import org.heard.benchmarks.report.Report;
import org.heard.benchmarks.report.Row;
import org.heard.benchmarks.suite.SuiteUnderTest;
import org.heard.local.device.Registration;
import org.heard.local.run.CommandFailure;

/**
 * Events applied a second from a backlog: consumers are stopped while it builds up, so that nothing
 * else runs while they catch up.
 */
final class ApplyBenchmark {
  private static final List<String> WARDS =
      IntStream.rangeClosed(1, 12).mapToObj("W%02d"::formatted).toList();
  private static final Duration LOOK = Duration.ofMillis(20);
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final String APPLIED = "select count(*) from submission";

  /** Where the consumers go on: it moves with what they commit, and is read in no time. */
  private static final String READ =
      "select coalesce(sum(next_offset), 0) from consumer_offset where topic = 'feedback.submitted'";

  private final SuiteUnderTest suite;
  private final Database database;
  private final Report report;
  private final int events;
  private final Sender sender;

  ApplyBenchmark(SuiteUnderTest suite, Database database, Report report, int events) {
    this.suite = suite;
    this.database = database;
    this.report = report;
    this.events = events;
    String key = new Registration(suite.run()).importer("benchmark", WARDS.get(0)).key();
    sender = new Sender(suite.run().feedback(), key);
  }

  /** Whether every event was applied once. */
  boolean run() throws SQLException, IOException {
    try (Consumers consumers = new Consumers(suite)) {
      report.step("Warming up ...");
      caughtUp(consumers);
      long rollups = database.written("rollup_%");
      long before = database.number(APPLIED);
      double one = caughtUp(consumers);
      touched(before, rollups);
      stored();
      double bare = bare();
      consumers.addSecond();
      report.step("Warming up the second ...");
      caughtUp(consumers);
      double taken = consumers.takenBySecond();
      double two = caughtUp(consumers);
      compare("events applied, one consumer", one, bare);
      compare("events applied, two consumers", two, bare);
      shared(consumers.takenBySecond() - taken);
    }
    boolean exact = database.number(APPLIED) == sender.acknowledged();
    report.add(
        Row.absolute(
            "acknowledged = applied", "%,d".formatted(sender.acknowledged()), "equal", exact));
    return exact;
  }

  /** Two of which one has nothing to do are one: whoever reads the figure must see it. */
  private void shared(double bySecond) {
    report.add(
        Row.told("events of the second consumer", "%,.0f of %,d".formatted(bySecond, events)));
  }

  /** Events a second, from the first that is applied: before it the group finds itself again. */
  private double caughtUp(Consumers consumers) throws SQLException {
    consumers.stop();
    sender.perSecond(Rows.invented(events, WARDS), 1);
    await("The events were not published.", () -> database.waiting() == 0);
    long before = database.number(READ);
    consumers.goOn();
    await("Nothing was applied.", () -> database.number(READ) > before);
    long start = System.nanoTime();
    long begun = database.number(READ);
    await("Not everything was applied.", () -> database.number(READ) == before + events);
    double seconds = (System.nanoTime() - start) / 1e9;
    double perSecond = (before + events - begun) / seconds;
    report.step("%,d events applied: %,.0f/s".formatted(events, perSecond));
    return perSecond;
  }

  private interface Reached {
    boolean now() throws SQLException;
  }

  private static void await(String otherwise, Reached reached) throws SQLException {
    long giveUp = System.nanoTime() + LONGEST.toNanos();
    while (!reached.now()) {
      if (System.nanoTime() > giveUp) {
        throw CommandFailure.failed(otherwise);
      }
      Database.sleep(LOOK);
    }
  }

  private double bare() throws SQLException {
    double perSecond = new BareInsert(database).perSecond();
    report.step("INSERT ... SELECT unnest of the same rows: %,.0f/s".formatted(perSecond));
    return perSecond;
  }

  private void compare(String what, double perSecond, double bare) {
    report.add(
        new Row(
            what,
            "%,.0f/s".formatted(perSecond),
            "INSERT ... SELECT unnest: %,.0f/s".formatted(bare),
            "%.3f".formatted(perSecond / bare),
            "",
            ""));
  }

  private void touched(long before, long rollups) throws SQLException {
    long written = database.written("rollup_%") - rollups;
    long applied = database.number(APPLIED) - before;
    report.add(
        Row.told(
            "rollup rows written a submission",
            "%.3f, in batches of %d wards' events".formatted((double) written / applied, 12)));
  }

  private void stored() throws SQLException {
    long comments = database.number("select count(*) from comment");
    report.add(
        Row.told(
            "storage a comment, with its indexes",
            "%,d bytes: submission %,d, comment %,d, tags %,d"
                .formatted(
                    (database.bytes("submission")
                            + database.bytes("comment")
                            + database.bytes("comment\\_tag"))
                        / comments,
                    database.bytes("submission") / comments,
                    database.bytes("comment") / comments,
                    database.bytes("comment\\_tag") / comments)));
  }
}

package org.heard.local.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.heard.local.device.Registration;
import org.heard.local.device.Registration.Registered;
import org.heard.local.directory.DemoDirectory;
import org.heard.local.identity.Bearer;
import org.heard.local.identity.Identity;
import org.heard.local.identity.Role;
import org.heard.local.run.CommandFailure;
import org.heard.local.run.JsonHttp;
import org.heard.local.run.RunFile;

/** A year of demo feedback for a running suite, loaded once. */
public final class DemoData {

  private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(3);
  private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(500);
  private static final Duration UNTIL_COUNTED = Duration.ofMinutes(5);

  private final RunFile suite;
  private final Path folder;
  private final Consumer<String> screen;
  private final BooleanSupplier stopping;
  private long lastReport;

  /**
   * @param screen where to tell how it goes, a line at a time
   * @param stopping whether the suite has been told to stop
   */
  public DemoData(RunFile suite, Consumer<String> screen, BooleanSupplier stopping) {
    this.suite = suite;
    this.folder = Path.of(suite.data());
    this.screen = screen;
    this.stopping = stopping;
  }

  /**
   * Loads the year unless it is there already, and says where to look. A load that fails is told
   * and leaves the suite as it is; the next call goes on with it.
   */
  public String load() {
    try {
      DemoState state = DemoState.read(folder, Instant.now());
      DemoYear year = state.year();
      if (!state.loaded()) {
        DemoState begun = begin(state);
        send(year, begun.before());
        begun.done().write(folder);
      }
      return whereToLook(year);
    } catch (IOException | CommandFailure e) {
      return "Demo feedback is not complete: %s The next deploy/up goes on with it."
          .formatted(e.getMessage());
    }
  }

  /** What is counted without the year is counted once, or the wait for it would end too soon. */
  private DemoState begin(DemoState state) throws IOException {
    if (DemoState.exists(folder)) {
      return state;
    }
    DemoYear year = state.year();
    int others = new Counted(analyst()).between(year.firstDay(), year.lastDay());
    DemoState begun = state.beside(others);
    begun.write(folder);
    return begun;
  }

  private void send(DemoYear year, int before) throws IOException {
    long began = System.nanoTime();
    int size = year.size();
    screen.accept("Loading demo feedback: %,d submissions ...".formatted(size));
    Registration registration = new Registration(suite);
    Registered importer = registration.importerOf("Demo year", DemoDirectory.ORGANISATION);
    try {
      BatchDoor door = new BatchDoor(suite.feedback(), importer.key(), this::pause);
      DemoLoad.Counts counts =
          new DemoLoad(door, sent -> report("  sent %,d of %,d".formatted(sent, size))).send(year);
      if (counts.rejected() > 0) {
        throw CommandFailure.failed(counts.rejected() + " submissions were rejected.");
      }
    } finally {
      registration.revoke(importer);
    }
    awaitCounted(year, size, before);
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    screen.accept(
        "Demo feedback loaded: %,d submissions. It took %d s.".formatted(size, took.toSeconds()));
  }

  private void awaitCounted(DemoYear year, int size, int before) {
    Counted counted = new Counted(analyst());
    long end = System.nanoTime() + UNTIL_COUNTED.toNanos();
    int now = countedNow(counted, year) - before;
    while (now < size) {
      if (System.nanoTime() > end) {
        throw CommandFailure.failed("Only %,d of %,d are counted.".formatted(now, size));
      }
      report("  counted %,d of %,d".formatted(now, size));
      sleep(BETWEEN_QUESTIONS);
      now = countedNow(counted, year) - before;
    }
  }

  // While 20,000 come in an answer may be late: asked again until UNTIL_COUNTED is over.
  private static int countedNow(Counted counted, DemoYear year) {
    try {
      return counted.between(year.firstDay(), year.lastDay());
    } catch (IOException late) {
      return 0;
    }
  }

  private JsonHttp analyst() {
    Bearer bearer =
        new Bearer(Role.QUALITY_ANALYST, List.of(DemoDirectory.ORGANISATION), List.of(), List.of());
    return new JsonHttp(suite.gateway(), Identity.of(suite).token(bearer));
  }

  private String whereToLook(DemoYear year) {
    LocalDate change = year.stories().lastChange("W03");
    return """
        Demo feedback: %1$,d submissions from %2$s to %3$s on 12 wards. Where to look, for one:
        since %4$s people of the Cedar Day Unit (W03) say that nobody comes when they call.
        Paste this in the repository root:

        TOKEN=$(deploy/token ward-leader --units W03 --port-base %5$d)
        curl -sS -H "Authorization: Bearer $TOKEN" \\
          '%6$s/api/v1/wards/W03/comments?theme=responsive-help&polarity=absent&bucket=month&period=%7$s'

        What else is planted: deploy/local/README.md
        """
        .formatted(
            year.size(),
            year.firstDay(),
            year.lastDay(),
            change,
            suite.portBase(),
            suite.gateway(),
            YearMonth.from(change).plusMonths(1));
  }

  private synchronized void report(String text) {
    long now = System.nanoTime();
    if (now - lastReport > BETWEEN_REPORTS.toNanos()) {
      lastReport = now;
      screen.accept(text);
    }
  }

  private void pause(Duration length, String reason) {
    if (!stopping.getAsBoolean()) {
      screen.accept("  no answer (%s); trying again in %d s".formatted(reason, length.toSeconds()));
    }
    sleep(length);
  }

  private void sleep(Duration length) {
    if (stopping.getAsBoolean()) {
      throw CommandFailure.failed("The suite stops.");
    }
    try {
      Thread.sleep(length.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandFailure.failed("Interrupted.");
    }
  }
}

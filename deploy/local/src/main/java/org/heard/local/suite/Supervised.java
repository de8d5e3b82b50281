package org.heard.local.suite;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A child process that is started again when it dies or does not come up, until the suite stops.
 */
final class Supervised {

  /**
   * A signal to the whole process group reaches the children at the same time as us: a child that
   * dies just before we learn of our own end has not crashed.
   */
  static final Duration GRACE = Duration.ofMillis(700);

  private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(100);

  private final String name;
  private final Start start;
  private final CountDownLatch stopping;
  private final Screen screen;
  private final Duration startTimeout;
  private final Duration grace;
  private final Backoff backoff;
  private Running running;
  private volatile Thread keeper;

  /**
   * @param stopping counted down once, before anything is stopped
   * @param startTimeout a child that is not up so long after its start hangs, and is started again
   */
  Supervised(
      String name, Start start, CountDownLatch stopping, Screen screen, Duration startTimeout) {
    this(name, start, stopping, screen, startTimeout, GRACE, new Backoff());
  }

  Supervised(
      String name,
      Start start,
      CountDownLatch stopping,
      Screen screen,
      Duration startTimeout,
      Duration grace,
      Backoff backoff) {
    this.name = name;
    this.start = start;
    this.stopping = stopping;
    this.screen = screen;
    this.startTimeout = startTimeout;
    this.grace = grace;
    this.backoff = backoff;
  }

  /** Starts the process; called again after each death. */
  interface Start {
    Running start() throws Exception;
  }

  /** A started process. */
  interface Running {
    long pid();

    CompletableFuture<?> onExit();

    /** Whether it has come up since its start. */
    boolean isUp();

    /** Stops it and gives back what it holds; does nothing to a dead one but the latter. */
    void close();
  }

  String name() {
    return name;
  }

  /** Starts it for the first time; from then on it is kept running. */
  void begin() throws Exception {
    startUnlessStopping();
    keeper = new Thread(this::keepRunning, "keep-" + name);
    keeper.setDaemon(true);
    keeper.start();
  }

  /** Ends a start that goes on again; the latch is down already. */
  void interrupt() {
    Thread starting = keeper;
    if (starting != null) {
      starting.interrupt();
    }
  }

  /** Stops it; the latch is down already, so nothing starts it again. */
  synchronized void stop() {
    if (running != null) {
      running.close();
    }
  }

  synchronized long pid() {
    return running.pid();
  }

  private synchronized void startUnlessStopping() throws Exception {
    if (stopping.getCount() > 0) {
      running = start.start();
    }
  }

  private void keepRunning() {
    try {
      while (true) {
        long began = System.nanoTime();
        Running current = current();
        if (current == null) {
          return;
        }
        boolean hangs = hangs(current);
        if (!hangs) {
          current.onExit().join();
        }
        if (stoppingWithin(hangs ? Duration.ZERO : grace)) {
          return;
        }
        screen.step(hangs ? hanging(current) : "DIED: " + name + " (pid " + current.pid() + ").");
        // One that never came up has not lived, however long that took.
        if (!restart(hangs ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - began))) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  // Whether it neither came up nor ended in time; false as well when the suite stops meanwhile.
  private boolean hangs(Running current) throws InterruptedException {
    long began = System.nanoTime();
    while (!current.onExit().isDone() && !current.isUp()) {
      if (stoppingWithin(BETWEEN_QUESTIONS)) {
        return false;
      }
      if (System.nanoTime() - began > startTimeout.toNanos()) {
        return true;
      }
    }
    return false;
  }

  private String hanging(Running current) {
    return "HANGS: %s (pid %d) is not up %d s after its start; it will be stopped."
        .formatted(name, current.pid(), startTimeout.toSeconds());
  }

  // False when the suite stops before the child runs again.
  private boolean restart(Duration lived) throws InterruptedException {
    Duration wait = backoff.after(lived);
    while (true) {
      screen.step("Starting " + name + " again in " + wait.toSeconds() + " s.");
      if (stoppingWithin(wait)) {
        return false;
      }
      try {
        stop();
        startUnlessStopping();
        if (!stoppingWithin(Duration.ZERO)) {
          screen.step("Started again: " + name + " (pid " + pid() + ").");
        }
        return true;
      } catch (Exception e) {
        screen.step(name + " could not be started: " + e.getMessage());
        wait = backoff.after(Duration.ZERO);
      }
    }
  }

  private synchronized Running current() {
    return running;
  }

  private boolean stoppingWithin(Duration wait) throws InterruptedException {
    return stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS);
  }
}

package org.heard.suite.broken;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import org.heard.suite.RunningSuite;
import org.heard.suite.checker.OffsetSteps;
import org.heard.suite.nemesis.Signals;
import org.heard.suite.proxy.Toxic;

/** What happens in the trials: each leads to the moment at which one mistake shows. */
final class Stories {
  private static final Duration BOUND = Duration.ofSeconds(40);

  /** Long enough for a relay that marks first to have marked. */
  private static final Duration MARKED = Duration.ofSeconds(3);

  private static final String FEEDBACK = "feedback-service";
  private static final String ANALYTICS = "analytics-service";

  private Stories() {}

  static void killedRightAfterItsAnswer(Trial trial) throws Exception {
    trial.submit(20);
    trial.kill(FEEDBACK);
    trial.submit(5);
    // What comes late is no loss: what is missing then was sent before the kill.
    trial.awaitRecorded();
  }

  /** What a client has sent to a broker that is stopped is lost with the broker. */
  static void killedWhileTheBrokerIsAway(Trial trial) throws Exception {
    ProcessHandle broker = trial.stage().suite().service("kafka.Kafka");
    Signals.send("STOP", List.of(broker));
    trial.submit(20);
    trial.isPublished(MARKED);
    trial.kill(FEEDBACK);
    broker.destroyForcibly();
    trial.submit(5);
  }

  /** Killed in the middle of a batch, when it stands before a table that it may not yet change. */
  static void killedBeforeItWrites(Trial trial, String table) throws Exception {
    trial.submit(3);
    trial.awaitVisible();
    try (Connection lock = trial.lock(table)) {
      trial.submit(20);
      trial.awaitBlockedOn(table);
      trial.kill(ANALYTICS);
      lock.rollback();
    }
    trial.submit(5);
  }

  static void publishedAgain(Trial trial) throws Exception {
    trial.submit(10);
    trial.awaitVisible();
    trial.publishAgain();
  }

  static void said(Trial trial) throws Exception {
    trial.submit(5);
  }

  static void poisoned(Trial trial) throws Exception {
    trial.submit(5);
    trial.poison();
    trial.submit(5);
  }

  /**
   * Stopped in the middle of a batch, given up for dead, replaced, and then alive again: its
   * replacement has moved on, and must not be taken back.
   */
  static void zombie(Trial trial) throws Exception {
    RunningSuite suite = trial.stage().suite();
    trial.submit(3);
    trial.awaitVisible();
    OffsetSteps steps = trial.followOffsets();
    trial.stage().database().poison(Toxic.stall());
    trial.submit(5);
    await().atMost(BOUND).until(() -> trial.stage().database().held() > 0);
    List<ProcessHandle> zombie = List.of(suite.service(ANALYTICS));
    Signals.send("STOP", zombie);
    Process replacement = Replacement.start(suite, zombie.get(0));
    try {
      trial.awaitVisible();
      trial.submit(5);
      trial.awaitVisible();
      // It keeps its partitions, so that what the zombie does stays to be seen.
      Signals.send("STOP", List.of(replacement.toHandle()));
      int fenced = timesFenced(suite);
      trial.stage().database().heal();
      Signals.send("CONT", zombie);
      await().atMost(BOUND).until(() -> steps.wentBack() || timesFenced(suite) > fenced);
    } finally {
      trial.stage().database().heal();
      Signals.send("CONT", zombie);
      replacement.destroyForcibly().waitFor();
    }
    trial.submit(5);
  }

  private static int timesFenced(RunningSuite suite) throws IOException {
    String log = Files.readString(suite.data("logs/analytics.log"));
    return log.split("another consumer has moved", -1).length;
  }
}

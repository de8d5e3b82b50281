package org.heard.analytics.ingest;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Owns the thread that takes events in. Polling and handling take turns on it; a broker or a
 * database that is away is waited for, without end and without skipping anything. Whatever else
 * ends the thread turns liveness red and is named there.
 */
@ApplicationScoped
class IngestLoop {
  private static final Logger LOG = Logger.getLogger(IngestLoop.class);

  private final Consumers consumers;
  private final BatchHandler handler;
  private final BatchRunner runner;
  private final IngestCounters counters;
  private final LoopState state;
  private final IngestConfig config;
  private final Backoff backoff;
  private final CountDownLatch stop = new CountDownLatch(1);
  private Thread thread;

  IngestLoop(
      Consumers consumers,
      BatchHandler handler,
      BatchRunner runner,
      IngestCounters counters,
      LoopState state,
      IngestConfig config) {
    requireOrder(config);
    requireBounds(config);
    this.consumers = consumers;
    this.handler = handler;
    this.runner = runner;
    this.counters = counters;
    this.state = state;
    this.config = config;
    this.backoff = new Backoff(config.firstBackoff(), config.longestBackoff());
  }

  /**
   * A loop that waits, polls and ends a poll that hangs as it was told to must never look stalled:
   * it would be restarted for nothing.
   */
  private static void requireOrder(IngestConfig config) {
    if (config.pollOverdue().compareTo(Duration.ZERO) <= 0) {
      throw new IllegalStateException(
          "heard.ingest.poll-overdue must be more than 0: every poll would be ended");
    }
    Duration turn = config.longestBackoff().plus(config.pollTimeout()).plus(config.pollOverdue());
    if (config.stalledAfter().compareTo(turn) <= 0) {
      throw new IllegalStateException(
          "heard.ingest.stalled-after must be more than heard.ingest.longest-backoff, poll-timeout"
              + " and poll-overdue together, which are "
              + turn);
    }
  }

  /** PostgreSQL takes 0 for no bound, and who gives up first never sees the other one ended. */
  private static void requireBounds(IngestConfig config) {
    if (config.transactionIdle().toMillis() < 1) {
      throw new IllegalStateException(
          "heard.ingest.transaction-idle must be more than 0: a replica that stands still would"
              + " hold its offsets for ever");
    }
    if (config.lockWait().compareTo(config.transactionIdle()) <= 0) {
      throw new IllegalStateException(
          "heard.ingest.lock-wait must be more than heard.ingest.transaction-idle, which is "
              + config.transactionIdle());
    }
  }

  void start(@Observes @Priority(100) StartupEvent start) {
    if (config.enabled()) {
      thread = new Thread(this::live, "heard-ingest");
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** Stops polling, lets the batch under way finish, then closes; the data source goes later. */
  void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
    stop.countDown();
    if (thread != null) {
      thread.join(config.stopWithin().toMillis());
    }
  }

  private void live() {
    try (PollWatch watch = new PollWatch(config.pollOverdue())) {
      while (!stopping()) {
        session(watch);
      }
      state.ended(LoopState.Phase.STOPPED, null);
    } catch (Throwable fatal) {
      state.ended(LoopState.Phase.DEAD, fatal);
      LOG.errorf("ingest has died: %s", LoopState.names(fatal));
      throw fatal;
    }
  }

  /** One membership in the group, until a stop or a failure that needs a new one. */
  private void session(PollWatch watch) {
    ClusterSeen cluster = new ClusterSeen();
    KafkaSession session = null;
    try {
      session = new KafkaSession(consumers.open(cluster), cluster, handler, this::told, watch);
      session.subscribe();
      while (!stopping()) {
        turn(session);
      }
    } catch (KafkaSession.OffsetsUnreadable down) {
      pause(LoopState.Phase.WAITING_FOR_DATABASE, down);
    } catch (KafkaException | KafkaSession.ClusterChanged broken) {
      pause(LoopState.Phase.WAITING_FOR_BROKER, broken);
    } finally {
      counters.lag(OptionalLong.empty());
      if (session != null) {
        session.close();
      }
    }
  }

  private void told(Gap gap) {
    counters.gap(gap);
    if (gap.kind() == Gap.Kind.LOST) {
      LOG.errorf(
          "%s-%d: %d records from offset %d are gone and were never read; going on at %d."
              + " The tallies will tell which ward-days to send again",
          gap.partition().topic(),
          gap.partition().number(),
          gap.records(),
          gap.expected(),
          gap.next());
    } else {
      LOG.errorf(
          "%s-%d ends before offset %d, which was read; reading it from %d."
              + " The tallies will tell which ward-days to send again",
          gap.partition().topic(), gap.partition().number(), gap.expected(), gap.next());
    }
  }

  private void turn(KafkaSession session) {
    Batch batch = session.poll(config.pollTimeout());
    state.polled(
        session.hasPartitions() ? LoopState.Phase.RUNNING : LoopState.Phase.WAITING_FOR_PARTITIONS);
    counters.lag(session.lag());
    if (batch.events().isEmpty()) {
      return;
    }
    try {
      run(session, batch);
      counters.lag(session.lag());
      backoff.worked();
    } catch (SQLException down) {
      pause(LoopState.Phase.WAITING_FOR_DATABASE, down);
      resync(session);
    }
  }

  private void run(KafkaSession session, Batch batch) throws SQLException {
    try {
      runner.run(batch);
      session.done(batch);
    } catch (Fenced fenced) {
      LOG.warnf(
          "another consumer has moved %s on; starting from what is stored", fenced.getMessage());
      counters.fenced();
      session.resync();
    }
  }

  /** Reads the stored offsets anew; while that fails, a new session will. */
  private static void resync(KafkaSession session) {
    try {
      session.resync();
    } catch (SQLException down) {
      throw new KafkaSession.OffsetsUnreadable(down);
    }
  }

  private void pause(LoopState.Phase phase, Exception cause) {
    Duration wait = backoff.failed();
    state.waiting(phase, cause);
    LOG.warnf("%s for %d ms: %s", phase, wait.toMillis(), LoopState.names(cause));
    try {
      stop.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      // Nobody interrupts this thread but the machine's end; the loop sees the stop.
      Thread.currentThread().interrupt();
      stop.countDown();
    }
  }

  private boolean stopping() {
    return stop.getCount() == 0;
  }
}

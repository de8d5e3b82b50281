package org.heard.analytics.reconciliation;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.heard.analytics.directory.DirectoryCopy;

/** A reconciler without a container and without a schedule, with limits that a test can cross. */
public final class TestReconciler {
  /** Longer than this a mark is not waited for. */
  public static final Duration MARK_LIFETIME = Duration.ofMinutes(10);

  /** So long tombstones keep their times. */
  public static final Duration MEMORY = Duration.ofDays(9);

  private final Reconciler reconciler;
  private final Tombstones tombstones;

  public TestReconciler(DataSource database, MeterRegistry meters, Backlog backlog, Clock clock) {
    ReconciliationConfig config = new SmallBatches();
    reconciler =
        new Reconciler(
            database,
            new Tallies(),
            new Facts(new DirectoryCopy()),
            new Mismatches(),
            backlog,
            new ReconciliationMeters(meters),
            config,
            clock);
    tombstones = new Tombstones(database, config, clock);
  }

  public void run() throws SQLException, Backlog.Unknown {
    reconciler.run();
  }

  public void forget() throws SQLException {
    tombstones.forget();
  }

  private record SmallBatches() implements ReconciliationConfig {
    @Override
    public String every() {
      return "off";
    }

    @Override
    public int batch() {
      return 2;
    }

    @Override
    public Duration markLifetime() {
      return MARK_LIFETIME;
    }

    @Override
    public Duration memory() {
      return MEMORY;
    }
  }
}

package org.heard.analytics.counting;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;

/** Makes a recount without a container. */
public final class RecountFactory {
  private RecountFactory() {}

  public static Recount create(DataSource database) {
    return new Recount(database, config(Map.of()));
  }

  /**
   * What a start does first.
   *
   * @param setting of {@code heard.counting.recount-at-start}
   */
  public static void start(DataSource database, String setting) throws SQLException {
    start(
        database,
        new SimpleMeterRegistry(),
        config(Map.of("heard.counting.recount-at-start", setting)));
  }

  static void start(DataSource database, MeterRegistry meters, RecountConfig config)
      throws SQLException {
    RecountRuns runs =
        new RecountRuns(
            database,
            create(database),
            new RecountReports(config),
            new RecountList(database),
            new RecountMeters(meters),
            config,
            Clock.systemUTC());
    new RecountAtStart(runs, config).run(new StartupEvent());
    runs.stop(new ShutdownEvent());
  }

  /** The defaults, and these settings. */
  static RecountConfig config(Map<String, String> settings) {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(RecountConfig.class)
        .withSources(new PropertiesConfigSource(settings, "test", 100))
        .build()
        .getConfigMapping(RecountConfig.class);
  }
}

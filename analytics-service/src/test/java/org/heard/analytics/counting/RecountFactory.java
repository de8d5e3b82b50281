package org.heard.analytics.counting;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.sql.SQLException;
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
    new RecountAtStart(create(database), config(Map.of("heard.counting.recount-at-start", setting)))
        .run(new StartupEvent());
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

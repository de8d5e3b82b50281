package org.heard.analytics.counting;

import io.quarkus.runtime.StartupEvent;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Makes a recount without a container. */
public final class RecountFactory {
  private RecountFactory() {}

  public static Recount create(DataSource database) {
    return new Recount(database);
  }

  /**
   * What a start does first.
   *
   * @param setting of {@code heard.counting.recount-at-start}
   */
  public static void start(DataSource database, String setting) throws SQLException {
    RecountConfig.AtStart told = RecountConfig.AtStart.valueOf(setting);
    new RecountAtStart(create(database), () -> told).run(new StartupEvent());
  }
}

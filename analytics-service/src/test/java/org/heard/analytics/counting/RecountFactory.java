package org.heard.analytics.counting;

import javax.sql.DataSource;

/** Makes a recount without a container. */
public final class RecountFactory {
  private RecountFactory() {}

  public static Recount create(DataSource database) {
    return new Recount(database);
  }
}

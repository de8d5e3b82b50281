package org.heard.analytics.counting;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/** Recounts before ingest starts, when an operator has asked for it. */
@ApplicationScoped
class RecountAtStart {
  private static final Logger LOG = Logger.getLogger(RecountAtStart.class);
  private final Recount recount;
  private final RecountConfig config;

  RecountAtStart(Recount recount, RecountConfig config) {
    this.recount = recount;
    this.config = config;
  }

  void run(@Observes @Priority(10) StartupEvent start) throws SQLException {
    if (config.recountAtStart() == RecountConfig.AtStart.OFF) {
      return;
    }
    boolean rebuild = config.recountAtStart() == RecountConfig.AtStart.REBUILD;
    long differing = rebuild ? recount.rebuild() : recount.mismatches();
    LOG.infof("recount: %d rollup rows differ from the facts", differing);
    if (rebuild) {
      LOG.info("recount: rollups rebuilt");
    }
  }
}

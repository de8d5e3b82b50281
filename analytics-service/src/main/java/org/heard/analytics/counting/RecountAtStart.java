package org.heard.analytics.counting;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;

/** Recounts before ingest starts, when an operator has asked for it; reported as any other is. */
@ApplicationScoped
class RecountAtStart {
  private final RecountRuns runs;
  private final RecountConfig config;

  RecountAtStart(RecountRuns runs, RecountConfig config) {
    this.runs = runs;
    this.config = config;
  }

  void run(@Observes @Priority(10) StartupEvent start) throws SQLException {
    if (config.recountAtStart() != RecountConfig.AtStart.OFF) {
      runs.finish(config.recountAtStart() == RecountConfig.AtStart.REBUILD);
    }
  }
}

package org.heard.analytics.counting;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What an operator asks of the recount. */
@ConfigMapping(prefix = "heard.counting")
interface RecountConfig {
  /** What to do before ingest starts; reading every fact takes time, so nothing unless asked. */
  @WithDefault("off")
  AtStart recountAtStart();

  /** What a recount does with what it finds. */
  enum AtStart {
    OFF,
    /** Logs how many rows differ. */
    COMPARE,
    /** Replaces the rollups. */
    REBUILD
  }
}

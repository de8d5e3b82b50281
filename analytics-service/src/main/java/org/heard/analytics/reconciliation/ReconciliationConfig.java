package org.heard.analytics.reconciliation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How tallies are compared with what is here. */
@ConfigMapping(prefix = "heard.reconciliation")
interface ReconciliationConfig {
  /** How soon a tally is compared after its arrival, and how often an open mismatch is. */
  @WithDefault("5s")
  String every();

  /** Ward-days read at a time: bounds memory, not the work. */
  @WithDefault("500")
  @Min(1)
  @Max(10_000)
  int batch();

  /**
   * What is published may never be read up to a mark, if a log is cut off behind it; after this
   * long a new mark is set.
   */
  @WithDefault("10m")
  Duration markLifetime();

  /**
   * How long a tombstone remembers the times of what was erased. Longer than the topics keep a
   * tally, so that every tally that can arrive can be compared.
   */
  @WithDefault("9d")
  Duration memory();
}

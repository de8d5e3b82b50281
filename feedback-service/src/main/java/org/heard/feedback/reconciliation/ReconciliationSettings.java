package org.heard.feedback.reconciliation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Settings of the nightly tallies and of sending facts again. */
@ConfigMapping(prefix = "heard.reconciliation")
public interface ReconciliationSettings {
  /** When the tallies are published: by default at 02:15, when wards are quiet. */
  @WithDefault("0 15 2 * * ?")
  String cron();

  /** Ward-days that got a submission within this time are tallied; more than a topic keeps. */
  @WithDefault("8d")
  Duration window();

  /**
   * What was received in this last while is left to the next tally, because its transaction may not
   * have been committed yet.
   */
  @WithDefault("60s")
  Duration margin();

  /** Most submissions of one ward-day that are sent again at once. */
  @WithDefault("10000")
  @Min(1)
  @Max(100_000)
  int maxRedrive();
}

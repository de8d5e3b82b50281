package org.heard.feedback.reconciliation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.LocalTime;

/** Settings of the nightly tallies and of sending facts again. */
@ConfigMapping(prefix = "heard.reconciliation")
public interface ReconciliationSettings {
  /** When the tallies are published, in the organisation's zone: when wards are quiet. */
  @WithDefault("02:15")
  LocalTime at();

  /** Ward-days that got a submission within this time are tallied; more than a topic keeps. */
  @WithDefault("8d")
  Duration window();

  /**
   * What was received in this last while is left to the next tally, because its transaction may not
   * have been committed yet: longer than a transaction may take (one minute).
   */
  @WithDefault("90s")
  Duration margin();

  /** Most submissions of one ward-day that are sent again at once. */
  @WithDefault("100000")
  @Min(1)
  @Max(1_000_000)
  int maxRedrive();

  /** Facts sent again in one transaction: bounds memory. */
  @WithDefault("500")
  @Min(1)
  @Max(5_000)
  int redriveBatch();
}

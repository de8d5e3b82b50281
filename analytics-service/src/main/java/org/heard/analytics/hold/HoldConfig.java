package org.heard.analytics.hold;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** What is said about holds. */
@ConfigMapping(prefix = "heard.holds")
interface HoldConfig {
  /**
   * For so long an erased submission that has not been read here is held; longer than a topic keeps
   * it, and no longer than {@code heard.reconciliation.memory}, after which its times are
   * forgotten.
   */
  @WithDefault("8d")
  Duration unreadFor();

  /** Submissions asked about at once. */
  @WithDefault("1000")
  @Min(1)
  @Max(1000)
  int maxAsked();
}

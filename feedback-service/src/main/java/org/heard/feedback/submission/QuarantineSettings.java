package org.heard.feedback.submission;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** What is put aside of a revoked key's queue. */
@ConfigMapping(prefix = "heard.quarantine")
public interface QuarantineSettings {
  /**
   * Most submissions of one key that wait for an admin; more are refused as {@code KEY_REVOKED}.
   */
  @WithDefault("10000")
  @Min(0)
  @Max(10_000)
  int maxPerKey();

  /** Submissions released in one transaction. */
  @WithDefault("100")
  @Min(1)
  @Max(1000)
  int releaseBatch();
}

package org.heard.feedback.submission;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How single submissions share transactions. */
@ConfigMapping(prefix = "heard.group-commit")
public interface GroupSettings {
  /** Most submissions that share one transaction. */
  @WithDefault("100")
  @Min(1)
  @Max(1000)
  int maxGroup();

  /** Transactions of groups at the same time. */
  @WithDefault("1")
  @Min(1)
  @Max(16)
  int concurrentGroups();

  /** Most submissions that wait for a group to begin; one more is told to come again later. */
  @WithDefault("1000")
  @Min(1)
  @Max(10_000)
  int maxWaiting();

  /** Longest wait for a group to begin; after it a submission is told to come again later. */
  @WithDefault("10s")
  Duration maxWait();
}

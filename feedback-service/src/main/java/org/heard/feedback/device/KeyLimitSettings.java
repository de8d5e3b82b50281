package org.heard.feedback.device;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * How fast a device may send, and who still has a key of it that was revoked. The lines of a batch
 * are slowed by waiting instead.
 */
@ConfigMapping(prefix = "heard.key-limit")
public interface KeyLimitSettings {
  /** Requests a second in the long run. */
  @WithDefault("1000")
  @Min(1)
  @Max(100_000)
  int perSecond();

  /** Requests at once: a kiosk that reconnects empties its queue. */
  @WithDefault("5000")
  @Min(1)
  @Max(100_000)
  int burst();
}

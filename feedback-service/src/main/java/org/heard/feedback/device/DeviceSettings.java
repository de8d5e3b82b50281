package org.heard.feedback.device;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;

/** How keys are looked up, and what devices are told. */
@ConfigMapping(prefix = "heard.device")
public interface DeviceSettings {
  /**
   * How long a key that was found counts as found: so long a revocation on another replica may go
   * unnoticed here. Zero looks every key up.
   */
  @WithDefault("10s")
  Duration rememberKeys();

  /** How exactly it is known when a device was last seen: it is noted no more often. */
  @WithDefault("1m")
  Duration lastSeenEvery();

  /** Languages that a kiosk offers, BCP 47. */
  @WithDefault("en")
  List<String> languages();

  /** The most that a device may say wait on it; what says more has lost count. */
  @WithDefault("10000000")
  @Min(1)
  int maxQueue();

  /** Most keys remembered at a time. */
  @WithDefault("10000")
  @Min(0)
  @Max(1_000_000)
  int maxRemembered();
}

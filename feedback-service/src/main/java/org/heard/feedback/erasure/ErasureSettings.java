package org.heard.feedback.erasure;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** When what is sealed of an erased submission is destroyed. */
@ConfigMapping(prefix = "heard.erasure")
public interface ErasureSettings {
  /**
   * For so long after its receipt what is sealed stays, though nobody sees it any more: an alert
   * may still be raised, and a person's life hang on it.
   */
  @WithDefault("72h")
  Duration keepFor();

  /** What is held is asked about again after this long. */
  @WithDefault("24h")
  Duration askAgain();

  /** The same while analytics-service cannot be asked. */
  @WithDefault("15m")
  Duration retryAfter();

  /** How often it is looked for what is due; {@code off} for never. */
  @WithDefault("5m")
  String every();

  /** Erasures looked at in one pass. */
  @WithDefault("100")
  @Min(1)
  @Max(1000)
  int batch();
}

package org.heard.feedback.upstream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Whom to ask about holds and alerts. */
@ConfigMapping(prefix = "heard.holds")
public interface AnalyticsSettings {
  /**
   * The address of analytics-service; without one nothing is destroyed that has to be asked for,
   * and nobody reads raw words.
   */
  Optional<URI> analyticsUrl();

  /** For connecting, and again for all of an answer. */
  @WithDefault("2s")
  Duration timeout();

  /** Of an answer: the ids of a thousand submissions, the most that is asked about, are 39,000. */
  @WithDefault("65536")
  @Min(1024)
  @Max(1048576)
  int maxAnswerBytes();
}

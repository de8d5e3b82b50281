package org.heard.feedback.submission;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a trust says of its own identifiers. */
@ConfigMapping(prefix = "heard.redaction")
public interface RedactionSettings {
  /**
   * Forms of the trust's own numbers (hospital, case, pathway), as regular expressions that find
   * the number and nothing around it. One that cannot be read stops the start.
   */
  Optional<List<String>> hospitalNumberPatterns();

  /** Most of these forms; each is tried on every text with a digit. */
  @WithDefault("20")
  @Min(0)
  @Max(100)
  int maxPatterns();

  /** For how long the names of places are remembered; a new ward's is known after that. */
  @WithDefault("10s")
  Duration rememberPlaces();

  /** Most organisations whose names of places are remembered. */
  @WithDefault("1000")
  @Min(1)
  int maxRemembered();
}

package org.heard.gateway.predict;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Optional;

/** The drop-in for programs written for pxtextmining's API. */
@ConfigMapping(prefix = "heard.predict")
interface PredictSettings {

  /** Off unless an operator has such programs: it is a door without a person behind it. */
  @WithDefault("false")
  boolean enabled();

  /** SHA-256 of the API key, 64 hexadecimal digits; needed where the drop-in is on. */
  Optional<String> keySha256();

  /** Comments a request; analytics-service takes no more at once. */
  @WithDefault("1000")
  @Min(1)
  @Max(1000)
  int maxItems();

  /**
   * Code points of all texts of a request: a million are tagged in some seconds, well within {@code
   * heard.upstream.read-timeout}.
   */
  @WithDefault("1000000")
  @Min(4000)
  int maxCodePoints();
}

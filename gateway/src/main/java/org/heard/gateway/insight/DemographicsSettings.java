package org.heard.gateway.insight;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Period;

/** Of which time feedback is told by what people say of themselves. */
@ConfigMapping(prefix = "heard.demographics")
interface DemographicsSettings {

  /**
   * A quarter is told while its first day is not older than this. Shorter than feedback-service
   * keeps words ({@code heard.retention.redacted}): with them the bands end, day by day, and
   * whoever sees a number fall knows whose band it was.
   */
  @WithDefault("P600D")
  Period oldest();
}

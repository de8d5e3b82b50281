package org.heard.feedback.submission;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How answers that were stored before they were sealed become so. */
@ConfigMapping(prefix = "heard.sealing")
public interface SealingSettings {
  /** How often it is looked for them; {@code off} for never. */
  @WithDefault("1m")
  String every();

  /** Submissions in one transaction. */
  @WithDefault("200")
  @Min(1)
  @Max(5000)
  int batch();
}

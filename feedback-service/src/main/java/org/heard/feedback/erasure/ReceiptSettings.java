package org.heard.feedback.erasure;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * How often receipts may be asked about, by everybody together: there is no credential to count by,
 * and 80 random bits need no limit against guessing. This one protects the database.
 */
@ConfigMapping(prefix = "heard.receipts")
public interface ReceiptSettings {
  /** Questions a second in the long run. */
  @WithDefault("50")
  @Min(1)
  @Max(1000)
  int perSecond();

  /** Questions at once. */
  @WithDefault("200")
  @Min(1)
  @Max(10_000)
  int burst();
}

package org.heard.feedback.breakglass;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How raw words are opened for those who handle an alert. */
@ConfigMapping(prefix = "heard.raw-access")
public interface RawAccessSettings {
  /** For so long one reason does. */
  @WithDefault("30m")
  Duration lasts();

  /** Readings by one person in an hour; whoever needs more is looking for something else. */
  @WithDefault("20")
  @Min(1)
  @Max(1000)
  int perHour();

  /** Code points of the shortest reason: a word is none. */
  @WithDefault("10")
  @Min(1)
  @Max(100)
  int minReason();

  /** Code points of the longest reason. */
  @WithDefault("500")
  @Min(100)
  @Max(2000)
  int maxReason();

  /** How long it is on record who read what; a year, P366D, at least. */
  @WithDefault("P1095D")
  Duration keep();

  /** Records that end in one transaction. */
  @WithDefault("200")
  @Min(1)
  @Max(1000)
  int endBatch();
}

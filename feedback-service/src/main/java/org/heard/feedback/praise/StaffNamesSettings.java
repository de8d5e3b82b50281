package org.heard.feedback.praise;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How many names are told at once: those of a page of comments, and not of a ward's year. */
@ConfigMapping(prefix = "heard.staff-names")
interface StaffNamesSettings {
  /** Submissions asked about at once; the gateway's largest page of comments has 200. */
  @WithDefault("200")
  @Min(1)
  @Max(1000)
  int maxSubmissions();

  /** Tokens asked about at once, of all submissions together. */
  @WithDefault("1000")
  @Min(1)
  @Max(10_000)
  int maxTokens();

  /** Largest document taken; as many tokens as that have about 30 KB. */
  @WithDefault("65536")
  @Min(1024)
  @Max(1_048_576)
  int maxBytes();

  /** How long it is on record who was told names; a year, P366D, at least. */
  @WithDefault("P1095D")
  Duration keep();

  /** Records that end in one transaction. */
  @WithDefault("200")
  @Min(1)
  @Max(1000)
  int endBatch();
}

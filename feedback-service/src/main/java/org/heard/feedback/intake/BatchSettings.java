package org.heard.feedback.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** Limits of the batch door. */
@ConfigMapping(prefix = "heard.batch")
public interface BatchSettings {
  /** Largest body, in bytes: 64 MB. */
  @WithDefault("67108864")
  @Min(1024)
  @Max(67_108_864)
  long maxBytes();

  /** Most lines, blank ones included. */
  @WithDefault("100000")
  @Min(1)
  @Max(100_000)
  int maxLines();

  /**
   * Mistakes told of one line: results are kept on the disk until all lines are read, and must not
   * be many times as large as these.
   */
  @WithDefault("10")
  @Min(1)
  @Max(1000)
  int maxLineErrors();

  /** Lines stored in one transaction. */
  @WithDefault("100")
  @Min(1)
  @Max(1000)
  int chunkLines();
}

package org.heard.feedback.submission;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How much a reconciliation of sequence numbers says. */
@ConfigMapping(prefix = "heard.sequences")
public interface SequenceSettings {
  /** Most ranges, and most repeats, in one answer; the highest numbers stay. */
  @WithDefault("1000")
  @Min(1)
  @Max(SequencesView.MAX_ROWS)
  int maxRows();
}

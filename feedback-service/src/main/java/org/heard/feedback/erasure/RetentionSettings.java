package org.heard.feedback.erasure;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How long words are kept, from when they were received. */
@ConfigMapping(prefix = "heard.retention")
public interface RetentionSettings {
  /** What is sealed: the words as written, contacts, names. */
  @WithDefault("P365D")
  Duration rawText();

  /** The words without identifiers, here and wherever they were published to. */
  @WithDefault("P730D")
  Duration redacted();

  /** How often it is looked for what is over; {@code off} for never. */
  @WithDefault("1h")
  String every();

  /** Submissions looked at in one pass; as many are asked about at once. */
  @WithDefault("200")
  @Min(1)
  @Max(1000)
  int batch();
}

package org.heard.feedback.overload;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How much one replica takes on at a time; what is more is told to come again later. */
@ConfigMapping(prefix = "heard.overload")
public interface OverloadSettings {
  /**
   * Requests that are not answered yet, those that wait for a thread included and those whose
   * document is still to come not.
   */
  @WithDefault("1000")
  @Min(1)
  @Max(100_000)
  int maxRequests();

  /** Of these, such as stream their body to a thread; fewer than there are threads. */
  @WithDefault("16")
  @Min(1)
  @Max(48)
  int maxStreams();

  /** Bytes of documents held for all requests together. */
  @WithDefault("67108864")
  @Min(300_000)
  long maxHeldBytes();

  /** How long a document may take to come. */
  @WithDefault("30s")
  Duration bodyTimeout();

  /** How long a streamed body may take to come and to be worked on. */
  @WithDefault("30m")
  Duration streamTimeout();
}

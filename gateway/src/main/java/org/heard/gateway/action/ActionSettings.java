package org.heard.gateway.action;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/**
 * What people may write of an action, in code points as they write it. feedback-service redacts no
 * text above 4,000.
 */
@ConfigMapping(prefix = "heard.actions")
interface ActionSettings {
  /** A sentence or two: by how much, by when. */
  @WithDefault("500")
  @Min(1)
  @Max(4000)
  int maxAim();

  @WithDefault("2000")
  @Min(1)
  @Max(4000)
  int maxChangeIdea();

  @WithDefault("1000")
  @Min(1)
  @Max(4000)
  int maxPrediction();

  /** A role or a team. */
  @WithDefault("100")
  @Min(1)
  @Max(4000)
  int maxOwner();

  @WithDefault("4000")
  @Min(1)
  @Max(4000)
  int maxWhatHappened();

  @WithDefault("1000")
  @Min(1)
  @Max(4000)
  int maxReason();

  /** Each half of a statement: it stands on a board. */
  @WithDefault("1000")
  @Min(1)
  @Max(4000)
  int maxStatement();

  /** How long others may keep the public page: so long a statement that is taken back is read. */
  @WithDefault("60s")
  Duration publicMaxAge();
}

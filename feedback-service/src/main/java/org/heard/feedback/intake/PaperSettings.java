package org.heard.feedback.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of the page on which staff key paper cards. */
@ConfigMapping(prefix = "heard.paper")
public interface PaperSettings {
  /** How long a browser stays a desk after its code; longer than a shift is not needed. */
  @WithDefault("12h")
  Duration session();

  /** How old a card may be; an earlier day is more likely a slip of the finger. */
  @WithDefault("400d")
  Duration maxCardAge();
}

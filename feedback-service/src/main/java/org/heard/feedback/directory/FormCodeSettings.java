package org.heard.feedback.directory;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long what is printed is good for. */
@ConfigMapping(prefix = "heard.form-code")
public interface FormCodeSettings {
  /** A code that was replaced still leads to its ward for so long, as it stands on paper. */
  @WithDefault("400d")
  Duration oldFor();
}

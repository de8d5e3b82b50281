package org.heard.feedback.device;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How a kiosk gets its key without anybody typing it. */
@ConfigMapping(prefix = "heard.pairing")
public interface PairingSettings {
  /** How long a code may be used; once, and by one device. */
  @WithDefault("10m")
  Duration lifetime();

  /** Codes tried a second in the long run, by everybody together. */
  @WithDefault("5")
  @Min(1)
  @Max(100)
  int perSecond();

  /** Codes tried at once. */
  @WithDefault("20")
  @Min(1)
  @Max(1000)
  int burst();

  /** The kiosk page's address as kiosks reach it; without it, where the admin's request came to. */
  Optional<URI> kioskAddress();
}

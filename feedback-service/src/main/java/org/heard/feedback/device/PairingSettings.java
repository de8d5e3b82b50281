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

  /**
   * Codes tried a second in the long run, by everybody together: so many that nobody keeps the
   * others' kiosks out with a few, and so few that within ten minutes a code of 50 bits is guessed
   * once in 2*10^10.
   */
  @WithDefault("100")
  @Min(1)
  @Max(1000)
  int perSecond();

  /** Codes tried at once. */
  @WithDefault("200")
  @Min(1)
  @Max(10_000)
  int burst();

  /** The kiosk page's address as kiosks reach it; without it, where the admin's request came to. */
  Optional<URI> kioskAddress();
}

package org.heard.feedback.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/**
 * Limits of the form on patients' own phones. There is no credential to count by, and a hospital's
 * patients share an address, so what is counted is the ward and everybody together.
 */
@ConfigMapping(prefix = "heard.form")
public interface FormSettings {
  /** Largest form sent, in bytes: three texts of 4,000 four-byte characters, and the rest. */
  @WithDefault("262144")
  @Min(1024)
  @Max(262_144)
  int maxBytes();

  /** Most fields of a form that is sent; ours have twenty at most. */
  @WithDefault("50")
  @Min(30)
  @Max(1000)
  int maxFields();

  /** Pages asked for and forms sent a second in the long run, by everybody together. */
  @WithDefault("100")
  @Min(1)
  @Max(10_000)
  int perSecond();

  /** Pages and forms at once. */
  @WithDefault("500")
  @Min(1)
  @Max(100_000)
  int burst();

  /** Answers stored a minute in the long run for one ward. */
  @WithDefault("20")
  @Min(1)
  @Max(10_000)
  int wardPerMinute();

  /** Answers for one ward at once. */
  @WithDefault("60")
  @Min(1)
  @Max(10_000)
  int wardBurst();

  /** A form that comes back sooner was not filled in by a person. */
  @WithDefault("1s")
  Duration minAge();

  /** A form that comes back later is shown anew, with what was typed. */
  @WithDefault("6h")
  Duration maxAge();
}

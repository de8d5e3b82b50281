package org.heard.feedback.submission;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Limits of a submission. The defaults are the contract; a site may only be stricter. */
@ConfigMapping(prefix = "heard.submission")
public interface SubmissionSettings {
  /** Largest JSON document of one submission. */
  @WithDefault("262144")
  @Min(1024)
  @Max(262_144)
  int maxBytes();

  /**
   * Most JSON tokens of such a document: names, values, beginnings and ends of lists and objects.
   * One that says all that can be said has about a hundred; read into a tree each takes up to a
   * hundred bytes.
   */
  @WithDefault("10000")
  @Min(500)
  @Max(10_000)
  int maxJsonTokens();

  /** Most answers that are not blank. */
  @WithDefault("5")
  @Min(1)
  @Max(5)
  int maxAnswers();

  /** Longest text of an answer, in code points. */
  @WithDefault("4000")
  @Min(1)
  @Max(4000)
  int maxTextCodePoints();

  /** Longest name, phone or email of a contact, in code points. */
  @WithDefault("200")
  @Min(1)
  @Max(200)
  int maxContactCodePoints();

  /** How far a device's clock may be ahead before its time is not believed. */
  @WithDefault("5m")
  Duration maxAhead();

  /** How old a kiosk's submission may be before its time is not believed. */
  @WithDefault("400d")
  Duration maxKioskAge();

  /** How old an imported submission may be before its time is not believed: ten years. */
  @WithDefault("3653d")
  Duration maxImportAge();
}

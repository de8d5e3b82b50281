package org.heard.analytics.counting;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** What counts as unsure, and what an operator asks of the recount. */
@ConfigMapping(prefix = "heard.counting")
interface RecountConfig {
  /** What to do before ingest starts; reading every fact takes time, so nothing unless asked. */
  @WithDefault("off")
  AtStart recountAtStart();

  /** When everything is recounted, by the server's clock: every night, off-peak. */
  @WithDefault("0 40 2 * * ?")
  String recountCron();

  /** How soon metric and health show what a recount found, on whichever replica it ran. */
  @WithDefault("1m")
  String reportEvery();

  /** How long one statement of a recount may take: it reads a ward at a time. */
  @WithDefault("PT15M")
  @DurationMin(seconds = 1)
  @DurationMax(hours = 2)
  Duration wardTimeout();

  /** Ward-days that one report names. */
  @WithDefault("200")
  @Min(1)
  @Max(10_000)
  int reportLimit();

  /** Reports that are kept. */
  @WithDefault("1000")
  @Min(1)
  @Max(100_000)
  int keepReports();

  /** Bytes of what asks for a recount: one field. */
  @WithDefault("1024")
  @Min(64)
  @Max(65_536)
  int maxBytes();

  /** A comment with content is unsure where its least sure tag is below this confidence. */
  @WithDefault("0.5")
  @DecimalMin("0")
  @DecimalMax("1")
  double lowConfidence();

  /** What a recount does with what it finds. */
  enum AtStart {
    OFF,
    /** Reports which rows differ. */
    COMPARE,
    /** Replaces the rollups. */
    REBUILD
  }
}

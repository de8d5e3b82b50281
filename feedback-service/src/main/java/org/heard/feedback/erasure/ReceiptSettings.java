package org.heard.feedback.erasure;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * How often receipts may be asked about, by everybody together: there is no credential to count by,
 * and 80 random bits need no limit against guessing. This one protects the database.
 */
@ConfigMapping(prefix = "heard.receipts")
public interface ReceiptSettings {
  /** Questions a second in the long run; whatever comes with a code or without one is one. */
  @WithDefault("50")
  @Min(1)
  @Max(1000)
  int perSecond();

  /** Questions at once. */
  @WithDefault("200")
  @Min(1)
  @Max(10_000)
  int burst();

  /**
   * Erasures a second in the long run, with codes that there are: each is a change, and most people
   * ask once.
   */
  @WithDefault("5")
  @Min(1)
  @Max(1000)
  int erasePerSecond();

  /** Erasures at once. */
  @WithDefault("50")
  @Min(1)
  @Max(10_000)
  int eraseBurst();

  /** Withdrawals of an agreement a second in the long run, by page or document. */
  @WithDefault("5")
  @Min(1)
  @Max(1000)
  int withdrawPerSecond();

  /** Withdrawals at once. */
  @WithDefault("50")
  @Min(1)
  @Max(10_000)
  int withdrawBurst();

  /**
   * Most submissions that may share one code. A client that gives the same code to all has given
   * none: whoever got one could take back everybody's words.
   */
  @WithDefault("10")
  @Min(1)
  @Max(100)
  int maxShared();
}

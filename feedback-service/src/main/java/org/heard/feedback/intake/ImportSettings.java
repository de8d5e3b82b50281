package org.heard.feedback.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * Limits of files that come through the batch door. What an import remembers of its file grows with
 * its records.
 */
@ConfigMapping(prefix = "heard.import")
public interface ImportSettings {
  /** Largest file, in bytes: 256 MB. */
  @WithDefault("268435456")
  @Min(1024)
  @Max(1_073_741_824)
  long maxBytes();

  /**
   * Most records of a file. While it is read one without an id takes up to 27 bytes of memory, in a
   * dry run as many again, with an id or without: 14 MB a file, 54 MB of as many as there may be.
   */
  @WithDefault("250000")
  @Min(1)
  @Max(1_000_000)
  int maxRecords();

  /** Longest record, in bytes; much more in CSV means that a quote was never closed. */
  @WithDefault("262144")
  @Min(1024)
  @Max(262_144)
  int maxRecordBytes();

  /** Most columns of a CSV file, and of a record in JSON. */
  @WithDefault("200")
  @Min(1)
  @Max(1000)
  int maxColumns();

  /**
   * Most problems of rejected records listed with their line, and most flags of accepted ones; all
   * records are counted.
   */
  @WithDefault("200")
  @Min(1)
  @Max(1000)
  int maxProblems();

  /** Records stored in one transaction. */
  @WithDefault("100")
  @Min(1)
  @Max(1000)
  int chunkRecords();

  /** Imports at the same time; one more is told to come again later. */
  @WithDefault("4")
  @Min(1)
  @Max(16)
  int maxConcurrent();

  /**
   * Of these, such as one key may have: two, as whoever lost the connection begins again while the
   * import before still waits for it.
   */
  @WithDefault("2")
  @Min(1)
  @Max(16)
  int maxConcurrentPerKey();
}

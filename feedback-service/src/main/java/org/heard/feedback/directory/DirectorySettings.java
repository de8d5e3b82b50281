package org.heard.feedback.directory;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** Limits of the directory; one that comes as a file is put in one transaction. */
@ConfigMapping(prefix = "heard.directory")
public interface DirectorySettings {
  /** Largest document of an entry, or of a ward's questions, in bytes. */
  @WithDefault("65536")
  @Min(1024)
  @Max(262_144)
  int maxBytes();

  /** Largest file, in bytes: 2 MB. */
  @WithDefault("2097152")
  @Min(1024)
  @Max(16_777_216)
  int maxFileBytes();

  /** Most rows; the largest trusts have a few hundred wards. */
  @WithDefault("5000")
  @Min(1)
  @Max(50_000)
  int maxFileRows();

  /** Longest row of a file, in bytes. */
  @WithDefault("16384")
  @Min(256)
  @Max(262_144)
  int maxFileRowBytes();

  /** Most problems of a file listed. */
  @WithDefault("200")
  @Min(1)
  @Max(1000)
  int maxFileProblems();
}

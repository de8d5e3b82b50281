package org.heard.feedback.directory;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** Limits of a directory that comes as a file: it is put in one transaction. */
@ConfigMapping(prefix = "heard.directory")
public interface DirectorySettings {
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

  /** Most problems of a file listed. */
  @WithDefault("200")
  @Min(1)
  @Max(1000)
  int maxFileProblems();
}

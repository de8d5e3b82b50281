package org.heard.feedback.vault;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;

/** Where the keys are that seal, and how what is sealed moves to a new one. */
@ConfigMapping(prefix = "heard.vault")
public interface VaultSettings {
  /** The file with the keys, outside the database; see {@link KeyFile}. */
  Path keyFile();

  /** How often it is looked for rows that the first key has not sealed; {@code off} for never. */
  @WithDefault("1m")
  String resealEvery();

  /** Rows sealed anew in one transaction. */
  @WithDefault("200")
  @Min(1)
  @Max(5000)
  int resealBatch();
}

package org.heard.feedback.json;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** Limits of what is told about the fields of a document. */
@ConfigMapping(prefix = "heard.fields")
public interface FieldSettings {
  /**
   * Most mistakes told of one document: nobody reads more, and one of 256 KB has room for a hundred
   * thousand.
   */
  @WithDefault("100")
  @Min(1)
  @Max(1000)
  int maxErrors();
}

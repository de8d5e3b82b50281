package org.heard.feedback.fhir;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** Limits of the door for FHIR, beside those of every submission. */
@ConfigMapping(prefix = "heard.fhir")
public interface FhirSettings {
  /** Most issues of one refusal: a small resource may be wrong in a hundred thousand places. */
  @WithDefault("100")
  @Min(1)
  @Max(1000)
  int maxIssues();
}

package org.heard.feedback.fhir;

import java.util.Map;

/** The names of what is published in {@code resources/fhir}. */
final class Definitions {
  static final String QUESTIONNAIRE = "urn:heard:fhir:Questionnaire:fft";
  static final String VERSION = "1.0.0";
  static final String RATING_CODES = "urn:heard:fhir:CodeSystem:fft-rating";
  static final String RECEIPT_CODE = "urn:heard:fhir:StructureDefinition:receipt-code";
  static final String QUARANTINED = "urn:heard:fhir:StructureDefinition:quarantined";

  /** The question that is answered by a rating. */
  static final String OVERALL = "overall";

  /** What each item of the questionnaire asks. */
  static final Map<String, String> LINK_IDS =
      Map.of(
          "fft-overall", OVERALL, "fft-good", "good", "fft-improve", "improve", "fft-why", "why");

  private Definitions() {}

  /** Whether a response's questionnaire is the one published here, with or without its version. */
  static boolean isOurs(String canonical) {
    return canonical.equals(QUESTIONNAIRE) || canonical.equals(QUESTIONNAIRE + "|" + VERSION);
  }
}

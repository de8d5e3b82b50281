package org.heard.feedback.submission;

import java.util.Set;

/** The closed lists of a submission. */
final class ClosedLists {
  static final Set<String> QUESTIONS = Set.of("good", "improve", "why");
  static final Set<String> CHANNELS =
      Set.of("kiosk", "phone", "web", "paper", "sms", "telephone", "import", "fhir");

  /** NHS England's eight modes of collection of the Friends and Family Test. */
  static final Set<String> MODES =
      Set.of(
          "sms",
          "electronic-discharge",
          "electronic-home",
          "paper-discharge",
          "paper-home",
          "telephone",
          "online",
          "other");

  static final Set<String> RESPONDENTS = Set.of("patient", "carer", "child", "with-staff-help");
  static final Set<String> FORMATS = Set.of("standard", "simple", "faces");
  static final Set<String> AGE_BANDS =
      Set.of(
          "0-15", "16-24", "25-34", "35-44", "45-54", "55-64", "65-74", "75-84", "85+", "not-said");
  static final Set<String> SEXES = Set.of("female", "male", "other", "not-said");
  static final Set<String> ETHNIC_GROUPS =
      Set.of("asian", "black", "mixed", "white", "other", "not-said");
  static final Set<String> DISABILITIES = Set.of("yes", "no", "not-said");

  private ClosedLists() {}
}

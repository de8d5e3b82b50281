package org.heard.gateway.predict;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.heard.gateway.problem.ErrorCode;
import org.heard.gateway.problem.ProblemException;

/**
 * Versions of the QDC framework: 7 folds some labels of 6 together and drops others. Its names are
 * those of "Framework details", The Strategy Unit, October 2023 (PatientExperience-QDC, {@code
 * docs/framework/framework3.qmd}).
 */
enum Framework {
  V6,
  V7;

  private static final String STAFFING = "Staffing levels & responsiveness";
  private static final String ENVIRONMENT = "Environment, facilities & equipment";
  private static final String CONTINUITY = "Continuity of care";
  private static final String BLANK = "Labelling not possible";
  private static final String OTHER = "Not assigned";

  private static final Map<String, String> FOLDED =
      Map.of(
          "Number & deployment of staff", STAFFING,
          "Staff responsiveness", STAFFING,
          "Environment & Facilities", ENVIRONMENT,
          "Provision of medical equipment", ENVIRONMENT,
          "Referals & continuity of care", CONTINUITY,
          "Staff continuity", CONTINUITY,
          "Diagnosis & triage", CONTINUITY,
          "Care plans", CONTINUITY);

  private static final Set<String> DROPPED =
      Set.of(
          "Equality, Diversity & Inclusion",
          "Safeguarding concerns?",
          "Patient appearance & grooming",
          "Patient records",
          "Admission",
          "Impact of treatment/ care",
          "Negative experience & dissatisfaction",
          "Learning organisation");

  /** The version of a request; 6 where it names none. */
  static Framework of(String labels) {
    if (labels == null) {
      return V6;
    }
    for (Framework framework : values()) {
      if (framework.name().toLowerCase(Locale.ROOT).equals(labels)) {
        return framework;
      }
    }
    throw new ProblemException(ErrorCode.BAD_PARAMETER, "labels is v6 or v7.");
  }

  /**
   * Names of version 6 in the words of this version, each once, in order; where none is left, the
   * framework's own word for that, as every comment has a label: one for blanks, one for comments
   * that no other label is for.
   */
  List<String> names(List<String> version6, boolean content) {
    List<String> names = this == V6 ? version6 : folded(version6);
    return names.isEmpty() ? List.of(content ? OTHER : BLANK) : names;
  }

  private static List<String> folded(List<String> version6) {
    return version6.stream()
        .filter(name -> !DROPPED.contains(name))
        .map(name -> FOLDED.getOrDefault(name, name))
        .distinct()
        .toList();
  }
}

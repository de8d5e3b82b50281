package org.heard.gateway.predict;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.heard.gateway.problem.ErrorCode;
import org.heard.gateway.problem.ProblemException;

/** Versions of the QDC framework: 7 folds some labels of 6 together and drops others. */
enum Framework {
  V6,
  V7;

  private static final String STAFFING = "Staffing levels & responsiveness";
  private static final String ENVIRONMENT = "Environment, facilities & equipment";
  private static final String CONTINUITY = "Referrals & continuity of care";

  private static final Map<String, String> FOLDED =
      Map.of(
          "Number & deployment of staff", STAFFING,
          "Staff responsiveness", STAFFING,
          "Environment & Facilities", ENVIRONMENT,
          "Provision of medical equipment", ENVIRONMENT,
          "Referals & continuity of care", CONTINUITY,
          "Staff continuity", CONTINUITY);

  private static final Set<String> DROPPED =
      Set.of(
          "Equality, Diversity & Inclusion",
          "Safeguarding concerns?",
          "Patient appearance & grooming",
          "Patient records");

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

  /** Names of version 6 in the words of this version, each once, in order. */
  List<String> names(List<String> version6) {
    return this == V6
        ? version6
        : version6.stream()
            .filter(name -> !DROPPED.contains(name))
            .map(name -> FOLDED.getOrDefault(name, name))
            .distinct()
            .toList();
  }
}

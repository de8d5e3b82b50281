package org.heard.analytics.action;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.heard.analytics.problem.ErrorCode;
import org.heard.analytics.problem.ProblemException;

/** How far an action is. Every action begins as noted; which status leads where is said here. */
enum Status {
  NOTED,
  PLANNED,
  TESTING,
  DONE,
  CANNOT_DO;

  /**
   * What can be mended the same day needs no test. What has been tried is no longer merely noted;
   * what is done may be tested again; what could not be done may be thought of anew.
   */
  private static final Map<Status, Set<Status>> LEADS_TO =
      Map.of(
          NOTED, Set.of(PLANNED, TESTING, DONE, CANNOT_DO),
          PLANNED, Set.of(NOTED, TESTING, DONE, CANNOT_DO),
          TESTING, Set.of(PLANNED, DONE, CANNOT_DO),
          DONE, Set.of(TESTING),
          CANNOT_DO, Set.of(NOTED, PLANNED));

  /** The word of the interface. */
  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Empty for any other code. */
  static Optional<Status> of(String code) {
    return Arrays.stream(values()).filter(status -> status.code().equals(code)).findFirst();
  }

  /** Staying is always allowed. */
  boolean leadsTo(Status next) {
    return this == next || LEADS_TO.get(this).contains(next);
  }

  void requireLeadsTo(Status next) {
    if (!leadsTo(next)) {
      throw new ProblemException(
          ErrorCode.BAD_TRANSITION, code() + " does not lead to " + next.code() + ".");
    }
  }
}

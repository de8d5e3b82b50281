package org.heard.analytics.action;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What follows from a test that has ended. */
enum Decision {
  ADOPT,
  ADAPT,
  ABANDON;

  /** The word of the interface. */
  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Empty for any other code. */
  static Optional<Decision> of(String code) {
    return Arrays.stream(values()).filter(decision -> decision.code().equals(code)).findFirst();
  }
}

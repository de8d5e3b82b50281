package org.heard.feedback.intake;

import java.time.Duration;

/** Settings of the form for tests that need no service. */
record TestFormSettings(
    int maxBytes,
    int maxFields,
    int perSecond,
    int burst,
    int wardPerMinute,
    int wardBurst,
    Duration minAge,
    Duration maxAge)
    implements FormSettings {
  static final TestFormSettings USUAL =
      new TestFormSettings(262_144, 50, 5, 20, 6, 3, Duration.ofSeconds(1), Duration.ofHours(6));
}

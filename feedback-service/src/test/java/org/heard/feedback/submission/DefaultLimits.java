package org.heard.feedback.submission;

import java.time.Duration;

/** The contract's bounds. */
record DefaultLimits() implements SubmissionSettings {
  @Override
  public int maxBytes() {
    return 262_144;
  }

  @Override
  public int maxJsonTokens() {
    return 10_000;
  }

  @Override
  public int maxAnswers() {
    return 5;
  }

  @Override
  public int maxTextCodePoints() {
    return 4000;
  }

  @Override
  public int maxContactCodePoints() {
    return 200;
  }

  @Override
  public Duration maxAhead() {
    return Duration.ofMinutes(5);
  }

  @Override
  public Duration maxKioskAge() {
    return Duration.ofDays(400);
  }

  @Override
  public Duration maxImportAge() {
    return Duration.ofDays(3653);
  }
}

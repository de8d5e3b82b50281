package org.heard.gateway.disclosure;

import java.util.Map;
import java.util.Optional;

/**
 * A value that may be said, or the reason why it may not: exactly one of the two is there.
 *
 * @param value null when hidden
 * @param hidden null when the value may be said
 */
public record Disclosed<T>(T value, HiddenCode hidden) {

  public Disclosed {
    if ((value == null) == (hidden == null)) {
      throw new IllegalArgumentException("a value is either said or hidden");
    }
  }

  static <T> Disclosed<T> said(T value) {
    return new Disclosed<>(value, null);
  }

  static <T> Disclosed<T> hidden(HiddenCode code) {
    return new Disclosed<>(null, code);
  }

  /** Names the hidden value in the {@code hidden} object of the answer it is missing from. */
  public void nameIn(Map<String, HiddenCode> hiddenOfAnswer, String field) {
    Optional.ofNullable(hidden).ifPresent(code -> hiddenOfAnswer.put(field, code));
  }
}

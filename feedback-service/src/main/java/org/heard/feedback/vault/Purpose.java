package org.heard.feedback.vault;

import java.util.Locale;

/** What is kept sealed of a submission, a row each. */
public enum Purpose {
  /** The answers as they were written. */
  ANSWERS,
  /** How to reach the person, who asked for it. */
  CONTACT,
  /** Which name each token of the redacted answers stands for. */
  NAMES;

  /** In the table, and in what the sealed bytes are bound to. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

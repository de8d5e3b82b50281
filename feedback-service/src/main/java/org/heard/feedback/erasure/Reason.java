package org.heard.feedback.erasure;

import java.util.Locale;

/** Why words are taken back; the codes are those of {@code feedback.erased}. */
enum Reason {
  /** By whoever has the receipt. */
  RECEIPT,
  /** A person objected, and somebody entitled saw to it (UK GDPR, Article 21). */
  OBJECTION,
  /** An administrator's decision. */
  ADMIN,
  /** They were kept for as long as they may be; what they counted stays. */
  RETENTION;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Reason of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}

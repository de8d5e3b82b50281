package org.heard.feedback.outbox;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** W3C Trace Context: the header that joins a fact to what its consumers make of it. */
final class TraceParent {
  private TraceParent() {}

  /** A new trace, sampled. */
  static String fresh() {
    byte[] ids = new byte[24];
    ThreadLocalRandom.current().nextBytes(ids);
    // An all-zero id is invalid; one bit makes both halves valid for certain.
    ids[0] |= 1;
    ids[16] |= 1;
    String hex = HexFormat.of().formatHex(ids);
    return "00-" + hex.substring(0, 32) + "-" + hex.substring(32) + "-01";
  }
}

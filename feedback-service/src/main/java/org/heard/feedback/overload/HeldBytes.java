package org.heard.feedback.overload;

import java.util.HashMap;
import java.util.Map;
import org.heard.feedback.problem.ErrorCode;

/**
 * Bytes of documents that are held: of all together there is a bound, of those whose sender is not
 * known another, so that strangers leave room for everybody else, and of each who is known a third,
 * so that nobody has all of it.
 */
final class HeldBytes {
  private final long max;
  private final long maxAnonymous;
  private final long maxPerKey;
  private final Map<String, Long> byKey = new HashMap<>();
  private long all;
  private long anonymous;

  /**
   * @param maxAnonymous of the bytes of all, such as strangers may have
   * @param maxPerKey of the bytes of all, such as one who is known may have
   * @throws IllegalStateException if one and the strangers could leave no room for a document
   */
  HeldBytes(long max, long maxAnonymous, long maxPerKey) {
    if (max - maxAnonymous - maxPerKey < DocumentBody.MAX_KEPT) {
      throw new IllegalStateException(
          "heard.overload.max-held-bytes must leave a document's room ("
              + DocumentBody.MAX_KEPT
              + ") beside heard.overload.max-anonymous-bytes and"
              + " heard.overload.max-held-bytes-per-key");
    }
    this.max = max;
    this.maxAnonymous = maxAnonymous;
    this.maxPerKey = maxPerKey;
  }

  /**
   * Counts bytes in.
   *
   * @param sender null for a stranger
   * @return why not, or null if there is room
   */
  synchronized ErrorCode hold(int bytes, String sender) {
    if (sender != null && byKey.getOrDefault(sender, 0L) + bytes > maxPerKey) {
      return ErrorCode.RATE_LIMITED;
    }
    if (all + bytes > max || (sender == null && anonymous + bytes > maxAnonymous)) {
      return ErrorCode.UNAVAILABLE;
    }
    count(bytes, sender);
    return null;
  }

  /** Takes back bytes that were counted in. */
  synchronized void release(long bytes, String sender) {
    count(-bytes, sender);
  }

  /** Senders of whom something is held. */
  synchronized int senders() {
    return byKey.size();
  }

  /** Who has nothing here is not remembered, also one of whom nothing came in the first place. */
  private static Long nullIfNone(long bytes) {
    return bytes == 0 ? null : bytes;
  }

  private void count(long bytes, String sender) {
    all += bytes;
    if (sender == null) {
      anonymous += bytes;
    } else {
      byKey.compute(sender, (same, held) -> nullIfNone((held == null ? 0 : held) + bytes));
    }
  }
}

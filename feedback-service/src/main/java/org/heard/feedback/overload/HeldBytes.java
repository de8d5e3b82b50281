package org.heard.feedback.overload;

/**
 * Bytes of documents that are held: of all together there is a bound, and of those whose sender is
 * not known another, so that strangers leave room for everybody else.
 */
final class HeldBytes {
  private final long max;
  private final long maxAnonymous;
  private long all;
  private long anonymous;

  /**
   * @param maxAnonymous of the bytes of all, such as strangers may have
   * @throws IllegalStateException if strangers could leave no room for a document
   */
  HeldBytes(long max, long maxAnonymous) {
    if (max - maxAnonymous < DocumentBody.MAX_KEPT) {
      throw new IllegalStateException(
          "heard.overload.max-held-bytes must leave a document's room ("
              + DocumentBody.MAX_KEPT
              + ") beside heard.overload.max-anonymous-bytes");
    }
    this.max = max;
    this.maxAnonymous = maxAnonymous;
  }

  /** Counts bytes in; false if they are too many. */
  synchronized boolean hold(int bytes, boolean known) {
    if (all + bytes > max || (!known && anonymous + bytes > maxAnonymous)) {
      return false;
    }
    all += bytes;
    anonymous += known ? 0 : bytes;
    return true;
  }

  /** Takes back bytes that were counted in. */
  synchronized void release(long bytes, boolean known) {
    all -= bytes;
    anonymous -= known ? 0 : bytes;
  }
}

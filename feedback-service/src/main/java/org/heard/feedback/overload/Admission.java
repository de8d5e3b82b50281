package org.heard.feedback.overload;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what is on its way and says when it is too much. */
final class Admission {
  private final OverloadSettings settings;
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger streams = new AtomicInteger();
  private final AtomicLong heldBytes = new AtomicLong();

  Admission(OverloadSettings settings) {
    this.settings = settings;
  }

  /** Counts a request in; false if there are too many. */
  boolean enter() {
    return take(requests, settings.maxRequests());
  }

  void leave() {
    requests.decrementAndGet();
  }

  /** Counts a streamed body in; false if there are too many. */
  boolean enterStream() {
    return take(streams, settings.maxStreams());
  }

  void leaveStream() {
    streams.decrementAndGet();
  }

  /** Counts bytes that are held in; false if they are too many. */
  boolean hold(int bytes) {
    if (heldBytes.addAndGet(bytes) <= settings.maxHeldBytes()) {
      return true;
    }
    heldBytes.addAndGet(-bytes);
    return false;
  }

  void release(long bytes) {
    heldBytes.addAndGet(-bytes);
  }

  /** Requests that are not answered yet. */
  int requests() {
    return requests.get();
  }

  private static boolean take(AtomicInteger count, int max) {
    if (count.incrementAndGet() <= max) {
      return true;
    }
    count.decrementAndGet();
    return false;
  }
}

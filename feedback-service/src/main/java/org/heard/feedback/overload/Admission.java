package org.heard.feedback.overload;

import java.util.concurrent.atomic.AtomicInteger;
import org.heard.feedback.problem.ErrorCode;

/** Counts what is on its way and says when it is too much. */
final class Admission {
  private final OverloadSettings settings;
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger streams = new AtomicInteger();
  private final Shares shares;

  Admission(OverloadSettings settings) {
    this.settings = settings;
    this.shares = new Shares(settings.maxStreamsPerKey());
  }

  /** Counts a request in; false if there are too many. */
  boolean enter() {
    return take(requests, settings.maxRequests());
  }

  void leave() {
    requests.decrementAndGet();
  }

  /**
   * Counts a streamed body in.
   *
   * @param key what the sender says of itself, which is verified before the body is read; may be
   *     null
   * @return why not, or null if there is room
   */
  ErrorCode enterStream(String key) {
    if (!take(streams, settings.maxStreams())) {
      return ErrorCode.UNAVAILABLE;
    }
    if (key != null && !shares.enter(key)) {
      streams.decrementAndGet();
      return ErrorCode.RATE_LIMITED;
    }
    return null;
  }

  void leaveStream(String key) {
    streams.decrementAndGet();
    if (key != null) {
      shares.leave(key);
    }
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

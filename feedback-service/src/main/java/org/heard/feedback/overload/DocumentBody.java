package org.heard.feedback.overload;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import org.heard.feedback.problem.EarlyProblem;
import org.heard.feedback.problem.ErrorCode;

/**
 * Collects a document before a thread is given to it, so that a slow sender costs a connection and
 * nothing else. All of it happens on the connection's event loop.
 */
final class DocumentBody {
  /** What every reader of a document can judge: the largest one taken, and a byte more. */
  static final int MAX_KEPT = 256 * 1024 + 1;

  private final RoutingContext context;
  private final HeldBytes held;
  private final String sender;
  private final OverloadSettings settings;
  private final Runnable onceHere;
  private final Buffer kept = Buffer.buffer();
  private long read;
  private long timer;
  private boolean ended;

  private DocumentBody(
      RoutingContext context,
      HeldBytes held,
      String sender,
      OverloadSettings settings,
      Runnable onceHere) {
    this.context = context;
    this.held = held;
    this.sender = sender;
    this.settings = settings;
    this.onceHere = onceHere;
  }

  /**
   * Collects the body and goes on, or answers why not.
   *
   * @param sender null for a stranger
   */
  static void collect(
      RoutingContext context,
      HeldBytes held,
      String sender,
      OverloadSettings settings,
      Runnable onceHere) {
    new DocumentBody(context, held, sender, settings, onceHere).start();
  }

  private void start() {
    HttpServerRequest request = context.request();
    timer = context.vertx().setTimer(settings.bodyTimeout().toMillis(), late -> tooSlow());
    context.addEndHandler(answered -> release());
    request.handler(this::add);
    request.endHandler(all -> complete());
    request.exceptionHandler(brokenOff -> end());
    if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
      context.response().writeContinue();
    }
    request.resume();
  }

  private void add(Buffer chunk) {
    if (ended) {
      return;
    }
    read += chunk.length();
    if (read > settings.maxReadBytes()) {
      refuse(ErrorCode.BODY_TOO_LARGE, "A document is far smaller than that.");
    } else {
      keep(chunk, Math.min(chunk.length(), MAX_KEPT - kept.length()));
    }
  }

  private void keep(Buffer chunk, int room) {
    ErrorCode full = room > 0 ? held.hold(room, sender) : null;
    if (full != null) {
      refuse(full, "Nothing was stored. Send it again later.");
    } else if (room > 0) {
      kept.appendBuffer(chunk, 0, room);
    }
  }

  private void complete() {
    if (end()) {
      // What the library's own handler of bodies does.
      ((RoutingContextInternal) context).setBody(kept);
      onceHere.run();
    }
  }

  private void tooSlow() {
    refuse(ErrorCode.BODY_TOO_SLOW, "Nothing was stored. Send it again.");
  }

  private void refuse(ErrorCode code, String detail) {
    if (end()) {
      EarlyProblem.answer(context, code, detail).onComplete(sent -> hangUp(code));
    }
  }

  /** Who is only told to come later may finish, see {@link Leftovers}. */
  private void hangUp(ErrorCode code) {
    if (code != ErrorCode.UNAVAILABLE && code != ErrorCode.RATE_LIMITED) {
      context.request().connection().close();
    }
  }

  private boolean end() {
    boolean first = !ended;
    ended = true;
    context.vertx().cancelTimer(timer);
    return first;
  }

  private void release() {
    end();
    held.release(kept.length(), sender);
  }
}
